package org.clickgaussian.app;

import java.util.List;
import org.clickgaussian.app.gallery.GalleryStop;

/**
 * A part of the window with panes and actions of its own, such as the viewport. Made with the
 * {@link WorkbenchContext}, where it registers its actions at once; named in {@link
 * WorkbenchFeatures}. All methods are called on the window's thread.
 */
public interface WorkbenchFeature extends AutoCloseable {
  /** What it shows, in the order of the tabs. */
  List<FeaturePane> panes();

  /** What the gallery shows of it, in order. */
  default List<GalleryStop> galleryStops() {
    return List.of();
  }

  /** Ends its threads; the window is gone already. */
  @Override
  void close();
}

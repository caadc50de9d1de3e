package org.clickgaussian.viewport;

import java.util.List;
import java.util.function.Function;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.DocumentFrameSource;
import org.clickgaussian.viewport.frame.FrameSource;

/** The viewport as the window takes it in: its pane and its actions. */
public final class ViewportFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("viewport");

  private final LiveViewport viewport;

  private ViewportFeature(LiveViewport viewport) {
    this.viewport = viewport;
  }

  /** Makes the viewport and registers its actions. */
  public static ViewportFeature create(WorkbenchContext context) {
    return create(context, DocumentFrameSource::of);
  }

  /**
   * Makes the viewport with frames from elsewhere.
   *
   * @param sources makes frames of a document; called on the thread that renders
   */
  public static ViewportFeature create(
      WorkbenchContext context, Function<SceneDocument, ? extends FrameSource> sources) {
    return new ViewportFeature(new LiveViewport(context, sources));
  }

  /** The viewport, for tools. */
  public Viewport viewport() {
    return viewport;
  }

  /** Answers intents, and tells what is shown. */
  public ViewportController controller() {
    return viewport.controller();
  }

  /** Answers intents of the histogram, and tells what it shows. */
  public HistogramController histogram() {
    return viewport.histogram();
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane(
            "viewport", TEXTS.get("pane.title"), FeaturePane.Place.CENTRE, viewport.root()),
        new FeaturePane(
            "histogram",
            TEXTS.get("histogram.title"),
            FeaturePane.Place.RIGHT,
            viewport.histogramRoot()));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return new ViewportGallery(viewport.controller(), viewport).stops();
  }

  @Override
  public void close() {
    viewport.close();
  }
}

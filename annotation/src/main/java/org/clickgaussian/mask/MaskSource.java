package org.clickgaussian.mask;

import java.util.Optional;
import org.clickgaussian.scene.View;

/** The masks of a scene's views. Safe to use from several threads; nothing is kept in memory. */
public interface MaskSource {
  /**
   * The two-level masks of a view, in the size of its camera's image.
   *
   * @return empty where the source has none for this view
   * @throws org.clickgaussian.io.InputException if the view's file cannot be read
   */
  Optional<TwoLevelMasks> masks(View view);

  /** What the masks are and where they lie, for a person. */
  String description();
}

package org.clickgaussian.selection;

import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.splat.SplattedView;

/**
 * The feature map of one view: F_p = Σ w_i f_i for every pixel (Eq. 2), not normalised, and the
 * pixels' alpha.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param layout how the levels lie in a pixel's D floats
 * @param features float[height · width · D], row by row, a pixel's floats side by side
 * @param alpha Σ w: float[height · width]
 */
public record RenderedFeatures(
    int width, int height, FeatureLayout layout, float[] features, float[] alpha) {
  /** Checks the shapes. */
  public RenderedFeatures {
    if (alpha.length != width * height
        || features.length != (long) alpha.length * layout.dimensions()) {
      throw new IllegalArgumentException(
          "%d floats and %d alphas for %d × %d pixels of %d"
              .formatted(features.length, alpha.length, width, height, layout.dimensions()));
    }
  }

  /** Renders a field. */
  public static RenderedFeatures of(SplattedView view, FeatureField field) {
    return new RenderedFeatures(
        view.camera().width(),
        view.camera().height(),
        field.layout(),
        view.channels(field.table(), field.layout().dimensions()),
        view.alpha());
  }
}

package org.clickgaussian.viewport.frame;

import java.util.Arrays;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;

/**
 * Cosine similarity of every pixel's rendered feature with that of the pixel under the pointer, on
 * a colour scale from 0 to 1; below 0 is drawn as 0. Where the pointer has left the picture, the
 * point it was at last stays. Pixels that are covered by less than half are black.
 */
final class CosineBase {
  /** One array for all legends, by which those who draw it know that it is the same. */
  private static final int[] SCALE = ColourScale.legend(at -> at);

  private float[] query;

  /**
   * Paints.
   *
   * @param pointer pixel of the view under the pointer, −1 for none
   */
  Base paint(KeptView view, Level level, int pointer) {
    FeatureLayout layout = view.tables().layout();
    float[] features = view.features();
    int dimensions = layout.dimensions();
    if (pointer >= 0) {
      query = Arrays.copyOfRange(features, pointer * dimensions, (pointer + 1) * dimensions);
    }
    if (query == null || query.length != dimensions) {
      return BasePainter.grey(view, BasePainter.words("legend.cosine.point"));
    }
    float[] cosines =
        FeatureCosine.with(query, features, view.norms(level), layout, level, view.workers());
    float[] alpha = view.frame().alpha();
    int[] pixels =
        PixelPacking.each(
            view, i -> alpha[i] >= Shading.COVERED ? ColourScale.colour(cosines[i]) : 0);
    return new Base(
        pixels, new Legend(BasePainter.words("legend.cosine." + level.key()), SCALE, 0, 1));
  }
}

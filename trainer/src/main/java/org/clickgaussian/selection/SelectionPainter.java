package org.clickgaussian.selection;

import java.util.BitSet;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.picture.Painter;
import org.clickgaussian.splat.picture.Picture;

/**
 * Shows a selection: what is selected keeps its colours with a touch of orange, all else is dim and
 * grey.
 *
 * @param gaussians bits by index in the scene that is splatted
 * @param count N, the number of Gaussians of that scene
 */
public record SelectionPainter(BitSet gaussians, int count) implements Painter {

  private static final float[] TINT = {1f, 0.55f, 0.1f};
  private static final float TINTED = 0.2f;
  private static final float DIM = 0.35f;

  @Override
  public Picture paint(SplattedView view) {
    Frame frame = view.frame(new float[3]);
    float[] coverage = SelectionMask.coverage(view, gaussians, count);
    float[] rgb = frame.rgb().clone();
    for (int pixel = 0; pixel < coverage.length; pixel++) {
      float selected = Math.clamp(coverage[pixel], 0f, 1f);
      int at = 3 * pixel;
      float grey = DIM * (rgb[at] + rgb[at + 1] + rgb[at + 2]) / 3;
      for (int channel = 0; channel < 3; channel++) {
        float tinted = (1 - TINTED) * rgb[at + channel] + TINTED * TINT[channel];
        rgb[at + channel] = selected * tinted + (1 - selected) * grey;
      }
    }
    return new Picture(
        RgbImage.ofFloats(frame.width(), frame.height(), rgb),
        gaussians.cardinality() + " Gaussians selected");
  }
}

package org.clickgaussian.evaluation;

import org.clickgaussian.evaluation.PredictionPictures.Kind;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.BitMask;

/**
 * Lays a prediction over the truth: hits, misses and false alarms in colours that people of any
 * colour vision tell apart, misses and false alarms hatched besides, over a dimmed grey picture.
 */
public final class PredictionPainter {
  private static final double INK = 0.62;

  /** Hits cover most of most pictures, and the picture should shine through. */
  private static final double INK_OF_HITS = 0.42;

  private static final double DIMMED = 0.55;
  private static final int HATCH = 6;

  private PredictionPainter() {}

  /**
   * One object.
   *
   * @param base the view, any colours
   * @param truth where the object is, as large as the view
   * @param prediction where it was found, as large as the view
   */
  public static RgbImage paint(RgbImage base, BitMask truth, BitMask prediction) {
    return paint(base, labels(truth), labels(prediction));
  }

  /**
   * Several objects at once.
   *
   * @param truth int[height · width], the true object of each pixel, 0 for none
   * @param prediction the same of what was found
   */
  public static RgbImage paint(RgbImage base, int[] truth, int[] prediction) {
    byte[] rgb = new byte[base.rgb().length];
    for (int pixel = 0; pixel < truth.length; pixel++) {
      int grey = dimmed(base, pixel);
      Kind kind = Kind.of(truth[pixel], prediction[pixel]);
      boolean inked =
          kind != null && !kind.isHatchedAt(pixel % base.width(), pixel / base.width(), HATCH);
      double full = kind == Kind.HIT ? INK_OF_HITS : INK;
      double ink = inked ? full : kind == null ? 0 : full / 2;
      for (int channel = 0; channel < 3; channel++) {
        double colour = kind == null ? 0 : kind.channel(channel);
        rgb[3 * pixel + channel] = (byte) Math.round((1 - ink) * grey + ink * colour);
      }
    }
    return new RgbImage(base.width(), base.height(), rgb);
  }

  private static int dimmed(RgbImage base, int pixel) {
    int red = base.rgb()[3 * pixel] & 0xff;
    int green = base.rgb()[3 * pixel + 1] & 0xff;
    int blue = base.rgb()[3 * pixel + 2] & 0xff;
    return (int) Math.round(40 + DIMMED * (0.299 * red + 0.587 * green + 0.114 * blue));
  }

  private static int[] labels(BitMask mask) {
    int[] labels = new int[mask.width() * mask.height()];
    for (int pixel = 0; pixel < labels.length; pixel++) {
      labels[pixel] = mask.get(pixel % mask.width(), pixel / mask.width()) ? 1 : 0;
    }
    return labels;
  }
}

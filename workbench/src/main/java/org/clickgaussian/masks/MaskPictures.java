package org.clickgaussian.masks;

import org.clickgaussian.image.ImageScaling;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.viewport.frame.SegmentColours;

/** Paints photos with their segments, and where views disagree. */
final class MaskPictures {
  /** Pictures are made no larger than this on either side. */
  static final int MOST_PIXELS = 640;

  /** How much of a segment's colour is seen over the photo. */
  private static final double COLOUR_SHARE = 0.55;

  /** Over places that no neighbour shows. */
  private static final int UNSEEN = 0x73000000;

  private static final double LEAST_ALPHA = 0.25;
  private static final double MOST_ALPHA = 0.85;

  private MaskPictures() {}

  /**
   * A small picture of a photo with each segment in a colour of its own; what is in none is dark.
   */
  static RgbImage segments(RgbImage photo, SegmentMap map) {
    int[] colours = SegmentColours.of(map);
    RgbImage small = ImageScaling.fitting(photo, MOST_PIXELS, MOST_PIXELS);
    int[] argb = new int[colours.length + 1];
    argb[0] = UNSEEN;
    for (int s = 0; s < colours.length; s++) {
      argb[s + 1] = (int) (255 * COLOUR_SHARE) << 24 | colours[s];
    }
    return laidOver(
        small, (x, y) -> argb[map.segments()[sample(x, y, small, map.width(), map.height())]]);
  }

  /** A small picture of a photo under a heat map. */
  static RgbImage heat(RgbImage photo, HeatMap heat) {
    RgbImage small = ImageScaling.fitting(photo, MOST_PIXELS, MOST_PIXELS);
    return laidOver(small, (x, y) -> heat.argb()[sample(x, y, small, heat.width(), heat.height())]);
  }

  /**
   * Clear where all agree, ever redder the more neighbours disagree, dim where nothing could be
   * compared.
   *
   * @param disagreement 0 to 1, NaN for what could not be compared
   */
  static int[] heat(float[] disagreement) {
    int[] argb = new int[disagreement.length];
    for (int p = 0; p < argb.length; p++) {
      float share = disagreement[p];
      if (Float.isNaN(share)) {
        argb[p] = UNSEEN;
      } else if (share > 0) {
        double alpha = LEAST_ALPHA + (MOST_ALPHA - LEAST_ALPHA) * share;
        argb[p] = (int) (255 * alpha) << 24 | SegmentColours.DISAGREEING;
      }
    }
    return argb;
  }

  /** The colour to lay over a pixel, 0xAARRGGBB. */
  private interface Layer {
    int at(int column, int row);
  }

  private static int sample(int x, int y, RgbImage small, int width, int height) {
    int column = (int) ((x + 0.5) * width / small.width());
    int row = (int) ((y + 0.5) * height / small.height());
    return row * width + column;
  }

  private static RgbImage laidOver(RgbImage under, Layer layer) {
    byte[] rgb = new byte[under.rgb().length];
    for (int y = 0; y < under.height(); y++) {
      for (int x = 0; x < under.width(); x++) {
        int over = layer.at(x, y);
        int alpha = over >>> 24;
        for (int channel = 0; channel < 3; channel++) {
          int colour = over >> 16 - 8 * channel & 0xff;
          int mixed = (alpha * colour + (255 - alpha) * under.channel(x, y, channel) + 127) / 255;
          rgb[3 * (y * under.width() + x) + channel] = (byte) mixed;
        }
      }
    }
    return new RgbImage(under.width(), under.height(), rgb);
  }
}

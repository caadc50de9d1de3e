package org.clickgaussian.sam;

import java.util.List;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.PromptPoint;

/**
 * The smallest of the masks that a point got, filtered or not, at the decoder's resolution: what
 * lies directly under the point.
 *
 * @param fit where the photo lies in the encoder's input
 * @param lowWidth logits in a row over the whole input
 * @param lowHeight logits in a column over the whole input
 * @param mask over the part of the input that the photo fills
 */
record FinestMask(PhotoFit fit, int lowWidth, int lowHeight, BitMask mask) {
  static FinestMask of(List<DecodedMask> answers, PhotoFit fit, float threshold) {
    FinestMask finest = null;
    long least = Long.MAX_VALUE;
    for (DecodedMask answer : answers) {
      FinestMask one = of(answer.logits(), fit, threshold);
      long area = one.mask.area();
      if (area < least) {
        least = area;
        finest = one;
      }
    }
    return finest;
  }

  private static FinestMask of(LowResolutionLogits logits, PhotoFit fit, float threshold) {
    int width = filled(logits.width(), fit.scaledWidth(), fit.size());
    int height = filled(logits.height(), fit.scaledHeight(), fit.size());
    BitMask mask = new BitMask(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (logits.values()[y * logits.width() + x] > threshold) {
          mask.set(x, y);
        }
      }
    }
    return new FinestMask(fit, logits.width(), logits.height(), mask);
  }

  private static int filled(int low, int scaled, int size) {
    return (int) Math.ceilDiv((long) low * scaled, size);
  }

  /** Whether a point of the photo lies in the mask. */
  boolean contains(PromptPoint point) {
    int x = (int) (fit.inputX(point.x()) * lowWidth / fit.size());
    int y = (int) (fit.inputY(point.y()) * lowHeight / fit.size());
    return mask.get(Math.clamp(x, 0, mask.width() - 1), Math.clamp(y, 0, mask.height() - 1));
  }

  /** Intersection over union with another of the same photo; 0 if both are empty. */
  double overlap(FinestMask other) {
    long union = mask.unionArea(other.mask);
    return union == 0 ? 0 : (double) mask.intersectionArea(other.mask) / union;
  }
}

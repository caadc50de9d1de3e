package org.clickgaussian.sam;

import org.clickgaussian.mask.BitMask;

/**
 * A mask cut out of logits, at the photo's size.
 *
 * @param mask where the logits are above the threshold
 * @param box left, top, right, bottom of its pixels, inclusive; all 0 if there are none
 * @param stability pixels above threshold + offset, divided by those above threshold − offset: how
 *     little the mask depends on the threshold; NaN if there are none
 */
record BinarisedMask(BitMask mask, PixelBox box, float stability) {
  static BinarisedMask of(
      float[] lowLogits,
      LogitEnlargement enlargement,
      PhotoFit fit,
      float threshold,
      float offset) {
    Cut cut = new Cut(new BitMask(fit.photoWidth(), fit.photoHeight()), threshold, offset);
    enlargement.forEachRow(lowLogits, threshold - Math.abs(offset), cut);
    return new BinarisedMask(cut.mask, cut.box(), (float) cut.certain / (float) cut.possible);
  }

  /** Counts and sets pixels row by row. */
  private static final class Cut implements LogitEnlargement.RowConsumer {
    private final BitMask mask;
    private final float threshold;
    private final float upper;
    private final float lower;
    private long certain;
    private long possible;
    private int left = Integer.MAX_VALUE;
    private int top = -1;
    private int right = -1;
    private int bottom = -1;

    Cut(BitMask mask, float threshold, float offset) {
      this.mask = mask;
      this.threshold = threshold;
      this.upper = threshold + offset;
      this.lower = threshold - offset;
    }

    @Override
    public void accept(int y, int from, int to, float[] logits) {
      int above = 0;
      int below = 0;
      for (int x = from; x < to; x++) {
        above += logits[x] > upper ? 1 : 0;
        below += logits[x] > lower ? 1 : 0;
      }
      certain += above;
      possible += below;
      int x = from;
      while (x < to) {
        if (!(logits[x] > threshold)) {
          x++;
          continue;
        }
        int start = x;
        while (x < to && logits[x] > threshold) {
          x++;
        }
        mask.setRow(y, start, x);
        left = Math.min(left, start);
        right = Math.max(right, x - 1);
        top = top < 0 ? y : top;
        bottom = y;
      }
    }

    PixelBox box() {
      return right < 0 ? new PixelBox(0, 0, 0, 0) : new PixelBox(left, top, right, bottom);
    }
  }
}

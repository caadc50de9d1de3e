package org.clickgaussian.training;

import java.util.Arrays;
import java.util.BitSet;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.math.RandomStream;

/**
 * The pixels of one view that iterations draw from. A row is a pixel's place in the pool: first
 * those that segments are drawn from, then the uniform ones.
 *
 * <p>Half of an iteration's pixels are drawn by the sizes of their coarse segments, half by those
 * of the fine ones ({@link PixelSampler}). The pool holds for each half a multiple of what an
 * iteration draws, drawn by the same law; an iteration draws segments by their sizes in the view,
 * then pixels of the pool uniformly, so that drawing from the pool is drawing by this law from the
 * view, up to the choice of the pool. Pixels for the rendered norm (Eq. 11) are drawn uniformly
 * from the whole view, with repeats, and stand behind the others.
 */
public final class ViewPool {
  private final int[] pixels;
  private final int[] coarseSegments;
  private final int[] fineSegments;
  private final PixelSampler coarseHalf;
  private final PixelSampler fineHalf;

  private ViewPool(
      int[] pixels,
      int[] coarseSegments,
      int[] fineSegments,
      PixelSampler coarseHalf,
      PixelSampler fineHalf) {
    this.pixels = pixels;
    this.coarseSegments = coarseSegments;
    this.fineSegments = fineSegments;
    this.coarseHalf = coarseHalf;
    this.fineHalf = fineHalf;
  }

  /**
   * Draws a view's pool.
   *
   * @param masks the view's segments, of the camera's size
   * @param settings how many pixels, and by which law
   * @param random where the draw comes from
   */
  static ViewPool draw(TwoLevelMasks masks, TrainingSettings settings, RandomStream random) {
    int pixels = settings.getInt(Hyperparameter.SAMPLED_PIXELS);
    int factor = settings.getInt(Hyperparameter.POOL_FACTOR);
    double importance = settings.get(Hyperparameter.IMPORTANCE);
    int[] coarse = masks.coarse().segments();
    int[] fine = masks.fine().segments();
    int half = Math.toIntExact(Math.min((long) factor * ((pixels + 1) / 2), coarse.length));
    BitSet inCoarse = drawHalf(coarse, importance, half, random);
    BitSet inFine = drawHalf(fine, importance, half, random);
    BitSet either = (BitSet) inCoarse.clone();
    either.or(inFine);
    int[] sampled = either.stream().toArray();
    int uniform = factor * settings.getInt(Hyperparameter.UNIFORM_PIXELS);
    int[] all = Arrays.copyOf(sampled, sampled.length + uniform);
    for (int i = sampled.length; i < all.length; i++) {
      all[i] = random.nextInt(coarse.length);
    }
    return new ViewPool(
        all,
        Arrays.stream(sampled).map(pixel -> coarse[pixel]).toArray(),
        Arrays.stream(sampled).map(pixel -> fine[pixel]).toArray(),
        new PixelSampler(only(inCoarse, sampled, coarse), PixelSampler.sizes(coarse), importance),
        new PixelSampler(only(inFine, sampled, fine), PixelSampler.sizes(fine), importance));
  }

  private static BitSet drawHalf(
      int[] segments, double importance, int wanted, RandomStream random) {
    BitSet drawn = new BitSet(segments.length);
    new PixelSampler(segments, importance).draw(wanted, drawn, random);
    return drawn;
  }

  private static int[] only(BitSet half, int[] pixels, int[] segments) {
    return Arrays.stream(pixels).map(pixel -> half.get(pixel) ? segments[pixel] : 0).toArray();
  }

  /** The pixel of every row: row · width + column. */
  int[] pixels() {
    return pixels;
  }

  /** The pixels of some rows. */
  int[] pixels(int[] rows) {
    return pick(pixels, rows, rows.length);
  }

  /** The number of rows that have a segment. */
  int labelledRows() {
    return coarseSegments.length;
  }

  /** Draws the pixels of one iteration: distinct labelled ones, then uniform ones. */
  PixelSample sample(TrainingSettings settings, RandomStream random) {
    int sampled = Math.min(settings.getInt(Hyperparameter.SAMPLED_PIXELS), labelledRows());
    BitSet taken = new BitSet(labelledRows());
    int[] byCoarse = coarseHalf.draw(sampled / 2, taken, random);
    int[] byFine = fineHalf.draw(sampled - byCoarse.length, taken, random);
    int[] rest = coarseHalf.draw(sampled - byCoarse.length - byFine.length, taken, random);
    int uniformRows = pixels.length - labelledRows();
    int uniform = uniformRows == 0 ? 0 : settings.getInt(Hyperparameter.UNIFORM_PIXELS);
    int contrastive = byCoarse.length + byFine.length + rest.length;
    int[] rows = new int[contrastive + uniform];
    System.arraycopy(byCoarse, 0, rows, 0, byCoarse.length);
    System.arraycopy(byFine, 0, rows, byCoarse.length, byFine.length);
    System.arraycopy(rest, 0, rows, byCoarse.length + byFine.length, rest.length);
    for (int i = contrastive; i < rows.length; i++) {
      rows[i] = labelledRows() + random.nextInt(uniformRows);
    }
    return new PixelSample(
        rows,
        contrastive,
        pick(coarseSegments, rows, contrastive),
        pick(fineSegments, rows, contrastive));
  }

  private static int[] pick(int[] values, int[] rows, int count) {
    int[] picked = new int[count];
    for (int i = 0; i < count; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }
}

package org.clickgaussian.loss;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.PairKernels;
import org.clickgaussian.kernel.PairTable;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * Eq. 4, both levels at once: pixels of different segments shall not be more alike than a margin.
 *
 * <p>L^l = 1/P² Σ_{p≠q} 1[M_p ≠ M_q] 1[S_pq > τ^l] S_pq over ordered pairs of labelled pixels. The
 * indicators are not differentiated: with m_pq their product, u = F/|F| and the floats of a row
 * that may learn,
 *
 * <p>∂L/∂F_p = 2/(P² |F_p|) (Σ_q m_pq u_q − u_p Σ_q m_pq S_pq).
 *
 * <p>At the coarse level all of F^c learns. At the fine level only the second half r does: the
 * coarse half is held constant, in the products and in the length alike (F^f = sg(F^c) ⊕ F̄^c), so
 * with r̂ = r/|F^f| the same formula holds with r̂ for u.
 *
 * <p>Every pair is looked at once, at both levels together, because S_fine needs S_coarse: see
 * {@link PairTable}.
 */
final class ContrastiveNegative {
  private static final int PIECE = 512;

  private final PairKernels kernels;
  private final FeatureLayout layout;
  private final Workers workers;
  private final boolean culling;

  ContrastiveNegative(PairKernels kernels, FeatureLayout layout, Workers workers, boolean culling) {
    this.kernels = kernels;
    this.layout = layout;
    this.workers = workers;
    this.culling = culling;
  }

  /**
   * The two levels' parts and the share of pairs skipped.
   *
   * @param coarse L^c, unweighted
   * @param fine L^f, unweighted
   * @param culledShare pairs skipped block by block, of all pairs at both levels
   */
  record Result(double coarse, double fine, double culledShare) {}

  /** Adds weight · ∂(L^c + L^f)/∂F to the gradient. */
  Result add(
      RenderedPixels pixels,
      int[] coarseSegments,
      int[] fineSegments,
      int contrastivePixels,
      LossSettings settings) {
    SortedPixels sorted =
        SortedPixels.of(pixels, layout, coarseSegments, fineSegments, contrastivePixels, workers);
    BlockSchedule schedule = new BlockSchedule(sorted.table(), settings, culling, workers);
    schedule.run(kernels);
    double weight = settings.negativeWeight();
    double coarse = addLevel(sorted, pixels, Level.COARSE, weight);
    double fine = addLevel(sorted, pixels, Level.FINE, weight);
    return new Result(coarse, fine, schedule.culledShare());
  }

  private double addLevel(SortedPixels sorted, RenderedPixels pixels, Level level, double weight) {
    long labelled = sorted.labelled(level);
    if (labelled == 0) {
      return 0;
    }
    double pairs = (double) labelled * labelled;
    double sum =
        workers.sum(
            sorted.count(),
            PIECE,
            (from, to) -> {
              double similarities = 0;
              for (int place = from; place < to; place++) {
                similarities += sorted.similarity(level, place);
                addPixel(sorted, pixels, level, place, 2 * weight / pairs);
              }
              return similarities;
            });
    return sum / pairs;
  }

  private void addPixel(
      SortedPixels sorted, RenderedPixels pixels, Level level, int place, double factor) {
    LevelSlice learning =
        level == Level.COARSE ? LevelSlice.firstHalf(layout) : LevelSlice.secondHalf(layout);
    float similarity = sorted.similarity(level, place);
    float scale = (float) (factor / sorted.length(level, place));
    int at = sorted.pixel(place) * pixels.dimensions() + learning.from();
    for (int d = 0; d < learning.dimensions(); d++) {
      float away = sorted.sum(level, place, d) - similarity * sorted.unit(level, place, d);
      pixels.gradient()[at + d] += scale * away;
    }
  }
}

package org.clickgaussian.loss;

import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.CandidateKernels;
import org.clickgaussian.mask.Level;

/**
 * Eq. 7 and 8: every Gaussian's feature is drawn to the global candidate it belongs to and driven
 * from the others. Candidates are constants.
 *
 * <p>With S(c) = ⟨f, c⟩/|f| and c* the nearest candidate, L_pos = −1/N Σ_l Σ_i 1[S(c*) > τ^g] S(c*)
 * and L_neg = 1/N Σ_l Σ_i 1/C^l Σ_{c≠c*} 1[S(c) > τ^l] S(c), each over all N Gaussians; ∂S(c)/∂f =
 * (c − S(c) f/|f|)/|f|, the indicators not differentiated. A level without candidates is left out.
 */
final class GlobalGuidance {
  private final CandidateKernels kernels;
  private final FeatureLayout layout;
  private final LossSettings settings;
  private final CandidateKernels.Candidates[] candidates;
  private final float scale;

  /**
   * Guidance for one iteration.
   *
   * @param gaussians N
   */
  GlobalGuidance(
      CandidateKernels kernels,
      FeatureLayout layout,
      LossSettings settings,
      Candidates coarse,
      Candidates fine,
      int gaussians) {
    this.kernels = kernels;
    this.layout = layout;
    this.settings = settings;
    this.candidates = new CandidateKernels.Candidates[] {padded(coarse), padded(fine)};
    this.scale = (float) (settings.globalGuidanceWeight() / gaussians);
  }

  private static CandidateKernels.Candidates padded(Candidates candidates) {
    return CandidateKernels.Candidates.of(
        candidates.count(), candidates.dimensions(), candidates.vectors());
  }

  /** Adds weight · ∂L/∂f of a chunk for one level and counts its part of the losses. */
  void add(GaussianChunk chunk, Level level, CandidateKernels.Sums sums) {
    CandidateKernels.Candidates ofLevel = candidates[level.ordinal()];
    if (ofLevel.count() == 0) {
      return;
    }
    kernels.guide(
        ofLevel,
        chunk.features(),
        layout.dimensions(),
        layout.from(level),
        chunk.count(),
        new CandidateKernels.Limits(
            (float) settings.globalThreshold(), (float) settings.margin(level), scale),
        chunk.gradient(),
        sums,
        chunk.scratch());
  }
}

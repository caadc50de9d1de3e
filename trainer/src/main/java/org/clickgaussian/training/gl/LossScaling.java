package org.clickgaussian.training.gl;

import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;

/** What an iteration's sums are divided by: pairs of pixels, pixels, Gaussians. */
final class LossScaling {
  private final double coarsePairs;
  private final double finePairs;
  private final double uniform;
  private final double spatialPairs;
  private final double count;
  private final boolean guided;
  private final boolean hypersphere;
  private final boolean norm;

  LossScaling(
      StepInput input, PreparedStep step, LossSettings settings, GaussianPass pass, int count) {
    this.coarsePairs = square(step.lists().coarseLabelled());
    this.finePairs = square(step.lists().fineLabelled());
    this.uniform = step.pixels() - step.contrastive();
    this.spatialPairs = pass.pairs();
    this.count = count;
    this.guided = GaussianPass.isGuided(input, settings);
    this.hypersphere = settings.hypersphereWeight() != 0;
    this.norm = settings.renderedNormWeight() != 0;
  }

  private static double square(double labelled) {
    return labelled * labelled;
  }

  /** The losses of Eq. 13, from sums over pixels and over Gaussians in the kernels' order. */
  StepLosses scale(LossSums.Totals totals) {
    double[] onPixels = totals.ofPixels();
    double[] onGaussians = totals.ofGaussians();
    return new StepLosses(
        ratio(-onPixels[0], coarsePairs),
        ratio(-onPixels[1], finePairs),
        ratio(onPixels[2], coarsePairs),
        ratio(onPixels[3], finePairs),
        guided ? -(onGaussians[2] + onGaussians[3]) / count : 0,
        guided ? (onGaussians[4] + onGaussians[5]) / count : 0,
        hypersphere ? onGaussians[1] / count : 0,
        norm ? ratio(onPixels[4], uniform) : 0,
        ratio(-onGaussians[0], spatialPairs),
        guided ? onGaussians[6] / count : Double.NaN,
        guided ? onGaussians[7] / count : Double.NaN,
        0);
  }

  private static double ratio(double sum, double of) {
    // Not -0: a term that is off is logged as 0.
    return of == 0 || sum == 0 ? 0 : sum / of;
  }
}

package org.clickgaussian.loss;

/**
 * Choices of {@link KernelBackend} that do not belong to the objective's weights.
 *
 * @param spatialSamples N_s of Eq. 12: how many Gaussians an iteration looks at, at most N
 * @param culling whether blocks of pixels whose directions lie far apart are skipped whole in Eq.
 *     4; the results are the same to the bit
 */
public record KernelOptions(int spatialSamples, boolean culling) {
  /** The paper's N_s = 100,000, with culling. */
  public static final KernelOptions PAPER = new KernelOptions(100_000, true);

  /** Checks the number of samples. */
  public KernelOptions {
    if (spatialSamples < 0) {
      throw new IllegalArgumentException("spatial samples " + spatialSamples + " are negative");
    }
  }
}

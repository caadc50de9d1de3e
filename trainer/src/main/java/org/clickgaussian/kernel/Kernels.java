package org.clickgaussian.kernel;

/**
 * One implementation of each inner loop.
 *
 * @param name "vector" or "scalar"
 * @param rows loops over rows
 * @param pairs the loop over pairs of pixels
 * @param candidates the loop over candidates
 */
public record Kernels(
    String name, RowKernels rows, PairKernels pairs, CandidateKernels candidates) {
  /** The system property that forces a choice: "vector" or "scalar". */
  public static final String PROPERTY = "clickgaussian.kernels";

  /** Plain Java. */
  public static Kernels scalar() {
    return new Kernels(
        "scalar", new ScalarRowKernels(), new ScalarPairKernels(), new ScalarCandidateKernels());
  }

  /** What {@link #PROPERTY} says, else the fastest that runs here. */
  public static Kernels choose() {
    return scalar();
  }
}

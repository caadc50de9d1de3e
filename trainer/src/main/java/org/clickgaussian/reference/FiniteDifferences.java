package org.clickgaussian.reference;

/** Gradients of {@link DirectLosses} by central differences in double precision. */
public final class FiniteDifferences {
  private static final double STEP = 1e-6;

  private FiniteDifferences() {}

  /** ∂term/∂features, row-major double[N][D], unweighted. */
  public static double[] gradient(Problem problem, Term term) {
    DirectLosses losses = new DirectLosses(problem);
    double[] held = problem.features();
    double[] moved = held.clone();
    double[] gradient = new double[held.length];
    for (int i = 0; i < held.length; i++) {
      moved[i] = held[i] + STEP;
      double above = losses.value(term, moved, held);
      moved[i] = held[i] - STEP;
      double below = losses.value(term, moved, held);
      moved[i] = held[i];
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }
}

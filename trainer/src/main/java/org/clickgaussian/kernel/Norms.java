package org.clickgaussian.kernel;

/**
 * The length that all losses use: |x| = √(Σ x² + ε²) with ε = 1e-6.
 *
 * <p>With it the cosine of a zero vector is 0 and its gradient finite, and for vectors of ordinary
 * length nothing changes: ε² is far below the rounding of a float near 1.
 */
public final class Norms {
  /** ε², in squared units of the feature. */
  public static final float EPSILON_SQUARED = 1e-12f;

  private Norms() {}

  /** The length of {@code vectors[from … from + dimensions − 1]}. */
  public static float length(float[] vectors, int from, int dimensions) {
    float squares = EPSILON_SQUARED;
    for (int i = from; i < from + dimensions; i++) {
      squares += vectors[i] * vectors[i];
    }
    return (float) Math.sqrt(squares);
  }
}

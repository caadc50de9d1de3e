package org.clickgaussian.cluster;

/**
 * The global feature candidates F̃^l of one level: C unit vectors of D^l floats.
 *
 * @param count C; may be 0
 * @param dimensions D^l
 * @param vectors row-major float[C · D^l], each row of length 1
 */
public record Candidates(int count, int dimensions, float[] vectors) {
  /** Checks the shape. */
  public Candidates {
    if (vectors.length != count * dimensions) {
      throw new IllegalArgumentException(
          vectors.length + " floats for " + count + " candidates of " + dimensions);
    }
  }

  /** No candidates. */
  public static Candidates none(int dimensions) {
    return new Candidates(0, dimensions, new float[0]);
  }
}

package org.clickgaussian.kernel;

/** The loop over Gaussians and global candidates of Eq. 7 and 8. */
public interface CandidateKernels {
  /**
   * For each row x and every candidate c the cosine S(c) = ⟨x, c⟩ / |x|; with c* the candidate of
   * the largest cosine (the first of equals)
   *
   * <ul>
   *   <li>S(c*) is counted as positive, to be raised, where it is above the threshold;
   *   <li>S(c) / C of every other candidate is counted as negative, to be lowered, where it is
   *       above the margin.
   * </ul>
   *
   * @param candidates at least one candidate
   * @param rows row-major features, {@code stride} floats a row
   * @param stride floats from one row to the next
   * @param slice first float of the level's feature in a row
   * @param count rows
   * @param limits threshold, margin and scale
   * @param gradient laid out as {@code rows}; scale · ∂(negative − positive)/∂x is added
   * @param sums what is counted is added here
   * @param scratch memory of the calling thread
   */
  void guide(
      Candidates candidates,
      float[] rows,
      int stride,
      int slice,
      int count,
      Limits limits,
      float[] gradient,
      Sums sums,
      Scratch scratch);

  /**
   * Unit vectors.
   *
   * @param count C
   * @param dimensions D^l
   * @param rows row-major float[C][stride], zeros after the first D^l floats of a row
   * @param stride floats from one row to the next: D^l rounded up to a multiple of 16
   */
  record Candidates(int count, int dimensions, float[] rows, int stride) {
    /** Candidates from row-major float[C][D^l]. */
    public static Candidates of(int count, int dimensions, float[] vectors) {
      int stride = (dimensions + 15) / 16 * 16;
      float[] rows = new float[count * stride];
      for (int c = 0; c < count; c++) {
        System.arraycopy(vectors, c * dimensions, rows, c * stride, dimensions);
      }
      return new Candidates(count, dimensions, rows, stride);
    }
  }

  /**
   * Numbers of one level.
   *
   * @param threshold τ^g of Eq. 7
   * @param margin τ^l of Eq. 8
   * @param scale the term's weight over N
   */
  record Limits(float threshold, float margin, float scale) {}

  /** What has been counted so far. */
  final class Sums {
    /** Σ S(c*) over the rows above the threshold. */
    public double positive;

    /** Σ S(c) / C over rows and candidates above the margin. */
    public double negative;

    /** Rows above the threshold. */
    public long assigned;
  }

  /** Arrays that grow to what a call needs and stay. */
  final class Scratch {
    private float[] similarities = new float[0];
    private float[] columns = new float[0];
    private float[] sums = new float[0];

    float[] similarities(int length) {
      return similarities = atLeast(similarities, length);
    }

    float[] columns(int length) {
      return columns = atLeast(columns, length);
    }

    float[] sums(int length) {
      return sums = atLeast(sums, length);
    }

    private static float[] atLeast(float[] array, int length) {
      return array.length >= length ? array : new float[length];
    }
  }
}

package org.clickgaussian.kernel;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.splat.BlendWeights;

/**
 * Loops over rows of D floats: the feature table, rendered pixels, and their gradients. Made for
 * one D.
 */
public interface RowKernels {
  /**
   * One pixel of Eq. 2: {@code rendered[at … at + D − 1] = Σ_i w_i f_i} over a row of the blend
   * weights, summed front to back.
   *
   * @param features row-major float[N][D]
   * @param weights blend weights
   * @param row the row of {@code weights}
   * @param rendered where the pixel's feature goes
   * @param at index of its first float
   */
  void render(MemorySegment features, BlendWeights weights, int row, float[] rendered, int at);

  /**
   * The transpose: for the entries {@code from … to − 1} in order, {@code gradient[g] += w ·
   * pixels[p]}.
   *
   * @param entries entries of one chunk of Gaussians
   * @param from the first entry
   * @param to one past the last entry
   * @param pixels row-major float[pixels][D]
   * @param gradient row-major float[chunk][D], added to
   */
  void scatter(ChunkEntries entries, int from, int to, float[] pixels, float[] gradient);

  /**
   * Pulls the length of each row's slice to a radius: adds {@code 2 · scale · (|x| − radius) · x /
   * |x|} to the gradient.
   *
   * @param rows row-major, {@code stride} floats a row
   * @param stride floats from one row to the next
   * @param slice first float of the slice in a row
   * @param dimensions floats of the slice
   * @param fromRow the first row
   * @param toRow one past the last row
   * @param radius the length wanted
   * @param scale the term's weight over its number of rows
   * @param gradient laid out as {@code rows}, added to
   * @return Σ (|x| − radius)², unscaled
   */
  double pullToRadius(
      float[] rows,
      int stride,
      int slice,
      int dimensions,
      int fromRow,
      int toRow,
      float radius,
      float scale,
      float[] gradient);

  /**
   * 1/|x| of rows.
   *
   * @param features row-major float[N][D]
   * @param from the first row
   * @param to one past the last row
   * @param inverse float[N], elements from … to − 1 are set
   */
  void inverseLengths(MemorySegment features, int from, int to, float[] inverse);

  /**
   * Turns row x towards others (Eq. 12): with u = x/|x| and g = Σ_j u_j over the list, adds {@code
   * scale · (g − ⟨g, u⟩ u) / |x|} to the gradient.
   *
   * @param features row-major float[N][D]
   * @param inverse 1/|x| of each row
   * @param list row numbers
   * @param own how many at the head of the list count for the result
   * @param listed the length of the list
   * @param row the number of x
   * @param scale the term's weight over its number of pairs, negative to draw x nearer
   * @param gradient row-major float[rows][D]
   * @param at first float of x's gradient
   * @return ⟨u, Σ_j u_j⟩ over the head of the list
   */
  float turnTowards(
      MemorySegment features,
      float[] inverse,
      int[] list,
      int own,
      int listed,
      int row,
      float scale,
      float[] gradient,
      int at);

  /**
   * One Adam step in PyTorch's form: m ← β1 m + (1 − β1) g, v ← β2 v + (1 − β2) g², x ← x − rate ·
   * (m / correction1) / (√(v / correction2) + ε).
   *
   * @param step the constants of this step
   * @param values float[], changed
   * @param gradient float[]
   * @param first first moments m, changed
   * @param second second moments v, changed
   * @param from first float
   * @param to one past the last float
   */
  void adam(
      AdamStep step,
      MemorySegment values,
      MemorySegment gradient,
      MemorySegment first,
      MemorySegment second,
      long from,
      long to);

  /**
   * The constants of one Adam step.
   *
   * @param rate learning rate / (1 − β1^t)
   * @param beta1 β1
   * @param beta2 β2
   * @param inverseCorrection2 1 / √(1 − β2^t)
   * @param epsilon ε
   */
  record AdamStep(float rate, float beta1, float beta2, float inverseCorrection2, float epsilon) {}
}

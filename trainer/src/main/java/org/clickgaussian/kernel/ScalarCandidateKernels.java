package org.clickgaussian.kernel;

import java.util.Arrays;

/** {@link CandidateKernels} in plain Java. */
final class ScalarCandidateKernels implements CandidateKernels {
  @Override
  public void guide(
      Candidates candidates,
      float[] rows,
      int stride,
      int slice,
      int count,
      Limits limits,
      float[] gradient,
      Sums sums,
      Scratch scratch) {
    float[] similarities = scratch.similarities(candidates.count());
    float[] direction = scratch.sums(candidates.dimensions());
    for (int row = 0; row < count; row++) {
      int at = row * stride + slice;
      float inverse = 1 / Norms.length(rows, at, candidates.dimensions());
      int best = compare(candidates, rows, at, inverse, similarities);
      Arrays.fill(direction, 0, candidates.dimensions(), 0);
      float along = choose(candidates, similarities, best, limits, direction, sums);
      if (along != 0) {
        float scale = limits.scale() * inverse;
        for (int d = 0; d < candidates.dimensions(); d++) {
          gradient[at + d] += scale * (direction[d] - along * inverse * rows[at + d]);
        }
      }
    }
  }

  private static int compare(
      Candidates candidates, float[] rows, int at, float inverse, float[] similarities) {
    int best = 0;
    for (int c = 0; c < candidates.count(); c++) {
      float product = 0;
      for (int d = 0; d < candidates.dimensions(); d++) {
        product += rows[at + d] * candidates.rows()[c * candidates.stride() + d];
      }
      similarities[c] = product * inverse;
      if (similarities[c] > similarities[best]) {
        best = c;
      }
    }
    return best;
  }

  /** Adds up the candidates with their signs; returns the same sum of the cosines. */
  private static float choose(
      Candidates candidates,
      float[] similarities,
      int best,
      Limits limits,
      float[] direction,
      Sums sums) {
    float along = 0;
    if (similarities[best] > limits.threshold()) {
      sums.positive += similarities[best];
      sums.assigned++;
      along -= similarities[best];
      add(candidates, best, -1, direction);
    }
    float share = 1f / candidates.count();
    for (int c = 0; c < candidates.count(); c++) {
      if (c != best && similarities[c] > limits.margin()) {
        sums.negative += share * similarities[c];
        along += share * similarities[c];
        add(candidates, c, share, direction);
      }
    }
    return along;
  }

  private static void add(Candidates candidates, int c, float factor, float[] direction) {
    for (int d = 0; d < candidates.dimensions(); d++) {
      direction[d] += factor * candidates.rows()[c * candidates.stride() + d];
    }
  }
}

package org.clickgaussian.reference;

import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The terms of Eq. 13 as ND4J graphs in double precision, one method an equation.
 *
 * <p>Every graph has two copies of the features: {@code features}, which are differentiated, and
 * {@code held}, a constant of the same values. Indicators and whatever a stop-gradient holds are
 * computed from {@code held}; so nothing flows through them, as the equations want it.
 */
final class ReferenceLosses {
  /** ε² of |x| = √(Σ x² + ε²), as in the fast kernels. */
  private static final double EPSILON_SQUARED = 1e-12;

  private final SameDiff graph;
  private final FeatureLayout layout;
  private final SDVariable features;
  private final SDVariable held;

  /**
   * Losses on a graph.
   *
   * @param features the graph's variable [N, D]
   * @param held the graph's constant [N, D]
   */
  ReferenceLosses(SameDiff graph, FeatureLayout layout, SDVariable features, SDVariable held) {
    this.graph = graph;
    this.layout = layout;
    this.features = features;
    this.held = held;
  }

  /**
   * Eq. 3, one level: −1/P² Σ_{p≠q} 1[M_p = M_q] ⟨F_p, F_q⟩/(|F_p||F_q|).
   *
   * @param weights blend weights of the sampled pixels, [P, N]
   * @param segments int[P], 0 for none
   */
  SDVariable positive(Level level, SDVariable weights, int[] segments) {
    SDVariable units = units(weights.mmul(slice(features, level)));
    SDVariable same = graph.constant(sameSegment(segments));
    return mean(same.mul(products(units, units)), segments).neg();
  }

  /**
   * Eq. 4, one level: 1/P² Σ 1[M_p ≠ M_q] 1[S > τ] S. With the granularity prior the fine feature
   * is sg(F^c) ⊕ F̄^c.
   */
  SDVariable negative(Level level, SDVariable weights, int[] segments, double margin) {
    boolean stopGradient = level == Level.FINE && layout.granularityPrior();
    SDVariable rendered = weights.mmul(slice(features, level));
    if (stopGradient) {
      int half = layout.coarseDimensions();
      SDVariable constant = weights.mmul(columns(held, 0, half));
      SDVariable learning = weights.mmul(columns(features, half, layout.dimensions()));
      rendered = graph.concat(1, constant, learning);
    }
    SDVariable units = units(rendered);
    SDVariable heldUnits = units(weights.mmul(slice(held, level)));
    SDVariable above = above(products(heldUnits, heldUnits), margin);
    SDVariable counted = above.mul(graph.constant(otherSegment(segments)));
    return mean(counted.mul(products(units, units)), segments);
  }

  /** What Eq. 7 and 8 yield at one level. */
  record Guidance(SDVariable positive, SDVariable negative, SDVariable assigned) {}

  /**
   * Eq. 7 and 8, one level. With S(i, c) the cosine of Gaussian i and candidate c, c_i = argmax_c
   * S(i, c): positive −1/N Σ_i 1[S(i, c_i) > τ^g] S(i, c_i), negative 1/N Σ_i 1/C Σ_{c≠c_i} 1[S(i,
   * c) > τ^l] S(i, c); assigned is the mean of the first indicator.
   */
  Guidance guidance(Level level, Candidates candidates, double threshold, double margin) {
    INDArray vectors = Nd4j.createFromArray(candidates.vectors()).castTo(DataType.DOUBLE);
    SDVariable centres =
        graph.constant(vectors.reshape(candidates.count(), candidates.dimensions()));
    SDVariable similarity = products(units(slice(features, level)), centres);
    SDVariable constant = products(units(slice(held, level)), centres);
    SDVariable own =
        graph.oneHot(constant.argmax(1), candidates.count(), -1, 1, 0, DataType.DOUBLE);
    SDVariable assigned = above(constant, threshold).mul(own);
    SDVariable near = above(constant, margin).mul(own.rsub(1.0));
    double gaussians = held.getArr().rows();
    return new Guidance(
        assigned.mul(similarity).sum().div(-gaussians),
        near.mul(similarity).sum().div(gaussians * candidates.count()),
        assigned.sum().div(gaussians));
  }

  /** Eq. 10: 1/N Σ_i (|f^c_i| − 1)² + (|f̄^c_i| − 1)². */
  SDVariable hypersphere() {
    int half = layout.coarseDimensions();
    SDVariable first = lengths(columns(features, 0, half)).sub(1.0);
    SDVariable second = lengths(columns(features, half, layout.dimensions())).sub(1.0);
    return squared(first).add(squared(second)).mean();
  }

  /**
   * Eq. 11 on uniform pixels: 1/U Σ_l Σ_p (|F_p^l| − r^l)².
   *
   * @param weights blend weights of the uniform pixels, [U, N]
   */
  SDVariable renderedNorm(SDVariable weights) {
    SDVariable coarse = renderedNorm(weights, Level.COARSE);
    return coarse.add(renderedNorm(weights, Level.FINE));
  }

  private SDVariable renderedNorm(SDVariable weights, Level level) {
    SDVariable rendered = weights.mmul(slice(features, level));
    return squared(lengths(rendered).sub(layout.radius(level))).mean();
  }

  /**
   * Eq. 12: −1/(N_s K) Σ_i Σ_k ⟨f_i, f_k⟩/(|f_i||f_k|), as Σ A ⊙ S over all pairs of Gaussians,
   * where A counts how often a pair is compared.
   *
   * @param compared [N, N]: element (i, k) is 1 where i is in the sample and k its neighbour
   */
  SDVariable spatial(INDArray compared) {
    SDVariable units = units(features);
    double pairs = compared.sumNumber().doubleValue();
    return graph.constant(compared).mul(products(units, units)).sum().div(-pairs);
  }

  private SDVariable slice(SDVariable rows, Level level) {
    return columns(rows, layout.from(level), layout.to(level));
  }

  private static SDVariable columns(SDVariable rows, int from, int to) {
    return rows.get(SDIndex.all(), SDIndex.interval(from, to));
  }

  /** |x| of each row, [rows, 1]. */
  private static SDVariable lengths(SDVariable rows) {
    return rows.getSameDiff().math().sqrt(squared(rows).sum(true, 1).add(EPSILON_SQUARED));
  }

  private static SDVariable squared(SDVariable values) {
    return values.mul(values);
  }

  private static SDVariable units(SDVariable rows) {
    return rows.div(lengths(rows));
  }

  /** Products of all rows of a with all rows of b. */
  private static SDVariable products(SDVariable a, SDVariable b) {
    return a.mmul(b.getSameDiff().transpose(b));
  }

  private static SDVariable above(SDVariable values, double limit) {
    return values.gt(limit).castTo(DataType.DOUBLE);
  }

  private static SDVariable mean(SDVariable pairs, int[] segments) {
    double labelled = Math.max(1, ReferenceBackend.labelled(segments));
    return pairs.sum().div(labelled * labelled);
  }

  private static INDArray sameSegment(int[] segments) {
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, segments.length, segments.length);
    for (int p = 0; p < segments.length; p++) {
      for (int q = 0; q < segments.length; q++) {
        mask.putScalar(p, q, p != q && segments[p] != 0 && segments[p] == segments[q] ? 1 : 0);
      }
    }
    return mask;
  }

  private static INDArray otherSegment(int[] segments) {
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, segments.length, segments.length);
    for (int p = 0; p < segments.length; p++) {
      for (int q = 0; q < segments.length; q++) {
        boolean labelled = segments[p] != 0 && segments[q] != 0;
        mask.putScalar(p, q, labelled && segments[p] != segments[q] ? 1 : 0);
      }
    }
    return mask;
  }
}

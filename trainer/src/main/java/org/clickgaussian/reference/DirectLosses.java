package org.clickgaussian.reference;

import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;

/**
 * Every term of Eq. 13 pair by pair in double precision, as a function of the features.
 *
 * <p>What a term holds constant (stop-gradient) is taken from a second table, so that finite
 * differences over the first table see exactly what may learn.
 */
public final class DirectLosses {
  private static final double EPSILON_SQUARED = 1e-12;

  private final Problem problem;
  private final FeatureLayout layout;

  /** Losses of a problem. */
  public DirectLosses(Problem problem) {
    this.problem = problem;
    this.layout = problem.layout();
  }

  /**
   * One unweighted term.
   *
   * @param term which
   * @param features row-major double[N][D]
   * @param held the features that stop-gradients hold, as {@code features}
   */
  public double value(Term term, double[] features, double[] held) {
    return switch (term) {
      case POSITIVE_COARSE -> positive(Level.COARSE, features);
      case POSITIVE_FINE -> positive(Level.FINE, features);
      case NEGATIVE_COARSE -> negativeCoarse(features);
      case NEGATIVE_FINE -> negativeFine(features, held);
      case GLOBAL_POSITIVE ->
          globalPositive(Level.COARSE, features) + globalPositive(Level.FINE, features);
      case GLOBAL_NEGATIVE ->
          globalNegative(Level.COARSE, features) + globalNegative(Level.FINE, features);
      case HYPERSPHERE -> hypersphere(features);
      case RENDERED_NORM -> renderedNorm(features);
      case SPATIAL -> spatial(features);
    };
  }

  /** Eq. 2: the rendered feature of pixel p, a level's floats or any others of a row. */
  private double[] render(int pixel, int from, int to, double[] features) {
    BlendWeights weights = problem.input().blendWeights();
    int row = problem.input().rows()[pixel];
    double[] rendered = new double[to - from];
    for (long entry = weights.rowStart(row); entry < weights.rowStart(row + 1); entry++) {
      int at = weights.gaussian(entry) * layout.dimensions();
      for (int d = from; d < to; d++) {
        rendered[d - from] += weights.weight(entry) * features[at + d];
      }
    }
    return rendered;
  }

  private double[] render(int pixel, Level level, double[] features) {
    return render(pixel, layout.from(level), layout.to(level), features);
  }

  /** Eq. 3: −1/P² Σ_{p≠q} 1[M_p = M_q] S(p, q), P the labelled pixels. */
  private double positive(Level level, double[] features) {
    int[] segments = problem.segments(level);
    double[][] rendered = renderSampled(level, features);
    double sum = 0;
    for (int p = 0; p < segments.length; p++) {
      for (int q = 0; q < segments.length; q++) {
        if (p != q && segments[p] != 0 && segments[p] == segments[q]) {
          sum += cosine(rendered[p], rendered[q]);
        }
      }
    }
    return -mean(sum, segments);
  }

  /** Eq. 4, coarse: 1/P² Σ 1[M_p ≠ M_q] 1[S > τ] S. */
  private double negativeCoarse(double[] features) {
    return negative(Level.COARSE, renderSampled(Level.COARSE, features));
  }

  /** Eq. 4, fine, with F^f = sg(F^c) ⊕ F̄^c where the granularity prior holds. */
  private double negativeFine(double[] features, double[] held) {
    double[][] rendered = renderSampled(Level.FINE, features);
    if (layout.granularityPrior()) {
      for (int p = 0; p < rendered.length; p++) {
        double[] constant = render(p, 0, layout.coarseDimensions(), held);
        System.arraycopy(constant, 0, rendered[p], 0, constant.length);
      }
    }
    return negative(Level.FINE, rendered);
  }

  private double negative(Level level, double[][] rendered) {
    int[] segments = problem.segments(level);
    double margin = problem.settings().margin(level);
    double sum = 0;
    for (int p = 0; p < segments.length; p++) {
      for (int q = 0; q < segments.length; q++) {
        if (segments[p] != 0 && segments[q] != 0 && segments[p] != segments[q]) {
          double similarity = cosine(rendered[p], rendered[q]);
          sum += similarity > margin ? similarity : 0;
        }
      }
    }
    return mean(sum, segments);
  }

  private double[][] renderSampled(Level level, double[] features) {
    double[][] rendered = new double[problem.segments(level).length][];
    for (int p = 0; p < rendered.length; p++) {
      rendered[p] = render(p, level, features);
    }
    return rendered;
  }

  private static double mean(double sum, int[] segments) {
    double labelled = 0;
    for (int segment : segments) {
      labelled += segment == 0 ? 0 : 1;
    }
    return labelled == 0 ? 0 : sum / (labelled * labelled);
  }

  /** Eq. 7, one level: −1/N Σ_i 1[S(c*) > τ^g] S(c*). */
  private double globalPositive(Level level, double[] features) {
    double sum = 0;
    for (int i = 0; i < problem.count(); i++) {
      double[] similarities = similarities(level, i, features);
      if (similarities.length > 0) {
        double most = similarities[argmax(similarities)];
        sum += most > problem.settings().globalThreshold() ? most : 0;
      }
    }
    return -sum / problem.count();
  }

  /** Eq. 8, one level: 1/N Σ_i 1/C Σ_{c≠c*} 1[S(c) > τ] S(c). */
  private double globalNegative(Level level, double[] features) {
    double margin = problem.settings().margin(level);
    double sum = 0;
    for (int i = 0; i < problem.count(); i++) {
      double[] similarities = similarities(level, i, features);
      for (int c = 0; c < similarities.length; c++) {
        if (c != argmax(similarities) && similarities[c] > margin) {
          sum += similarities[c] / similarities.length;
        }
      }
    }
    return sum / problem.count();
  }

  private double[] similarities(Level level, int i, double[] features) {
    Candidates candidates = problem.candidates(level);
    double[] similarities = new double[candidates == null ? 0 : candidates.count()];
    double[] feature = slice(i, layout.from(level), layout.to(level), features);
    for (int c = 0; c < similarities.length; c++) {
      double product = 0;
      for (int d = 0; d < feature.length; d++) {
        product += feature[d] * candidates.vectors()[c * feature.length + d];
      }
      similarities[c] = product / length(feature);
    }
    return similarities;
  }

  private static int argmax(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Eq. 10: 1/N Σ_i (|f^c| − 1)² + (|f̄^c| − 1)². */
  private double hypersphere(double[] features) {
    double sum = 0;
    for (int i = 0; i < problem.count(); i++) {
      int half = layout.coarseDimensions();
      sum += square(length(slice(i, 0, half, features)) - 1);
      sum += square(length(slice(i, half, layout.dimensions(), features)) - 1);
    }
    return sum / problem.count();
  }

  /** Eq. 11 on the uniform pixels: 1/U Σ_l Σ_p (|F^l| − r^l)². */
  private double renderedNorm(double[] features) {
    int first = problem.input().contrastivePixels();
    int pixels = problem.input().rows().length;
    double sum = 0;
    for (int p = first; p < pixels; p++) {
      for (Level level : Level.values()) {
        sum += square(length(render(p, level, features)) - layout.radius(level));
      }
    }
    return pixels == first ? 0 : sum / (pixels - first);
  }

  /** Eq. 12: −1/(N K) Σ_i Σ_k ⟨f_i, f_k⟩, all N Gaussians sampled. */
  private double spatial(double[] features) {
    int perGaussian = problem.neighbours().length / problem.count();
    double sum = 0;
    for (int i = 0; i < problem.count(); i++) {
      for (int k = 0; k < perGaussian; k++) {
        int neighbour = problem.neighbours()[i * perGaussian + k];
        sum +=
            cosine(
                slice(i, 0, layout.dimensions(), features),
                slice(neighbour, 0, layout.dimensions(), features));
      }
    }
    return perGaussian == 0 ? 0 : -sum / problem.neighbours().length;
  }

  private double[] slice(int i, int from, int to, double[] features) {
    double[] slice = new double[to - from];
    System.arraycopy(features, i * layout.dimensions() + from, slice, 0, slice.length);
    return slice;
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    for (int d = 0; d < a.length; d++) {
      product += a[d] * b[d];
    }
    return product / (length(a) * length(b));
  }

  private static double length(double[] vector) {
    double squares = EPSILON_SQUARED;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static double square(double value) {
    return value * value;
  }
}

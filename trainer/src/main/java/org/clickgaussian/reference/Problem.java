package org.clickgaussian.reference;

import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.mask.Level;

/**
 * A small iteration to compute in several ways.
 *
 * @param input pixels, segments, candidates and features
 * @param settings weights and margins
 * @param neighbours int[N · K], nearest neighbours of each Gaussian
 */
public record Problem(StepInput input, LossSettings settings, int[] neighbours)
    implements AutoCloseable {
  /** Where the levels lie in a row. */
  public FeatureLayout layout() {
    return input.features().layout();
  }

  /** N, the number of Gaussians. */
  public int count() {
    return input.features().count();
  }

  /** Segments of the sampled pixels at a level: int[P]. */
  public int[] segments(Level level) {
    return level == Level.COARSE ? input.coarseSegments() : input.fineSegments();
  }

  /** Candidates of a level; null while guidance is off. */
  public Candidates candidates(Level level) {
    return level == Level.COARSE ? input.coarseCandidates() : input.fineCandidates();
  }

  /**
   * The same with one term alone, at weight 1, sharing the memory: other weights are 0, the other
   * level has no segments, and a threshold that no cosine exceeds puts out the other half of Eq. 9.
   */
  public Problem isolated(Term term) {
    int[] none = new int[input.contrastivePixels()];
    boolean coarseOff = term == Term.POSITIVE_FINE || term == Term.NEGATIVE_FINE;
    boolean fineOff = term == Term.POSITIVE_COARSE || term == Term.NEGATIVE_COARSE;
    StepInput alone =
        new StepInput(
            input.features(),
            input.blendWeights(),
            input.rows(),
            input.contrastivePixels(),
            coarseOff ? none : input.coarseSegments(),
            fineOff ? none : input.fineSegments(),
            input.coarseCandidates(),
            input.fineCandidates(),
            input.spatialSeed());
    return new Problem(alone, alone(term), neighbours);
  }

  private LossSettings alone(Term term) {
    double never = 2;
    return new LossSettings(
        term == Term.POSITIVE_COARSE || term == Term.POSITIVE_FINE ? 1 : 0,
        term == Term.NEGATIVE_COARSE || term == Term.NEGATIVE_FINE ? 1 : 0,
        term == Term.GLOBAL_POSITIVE || term == Term.GLOBAL_NEGATIVE ? 1 : 0,
        term == Term.HYPERSPHERE ? 1 : 0,
        term == Term.RENDERED_NORM ? 1 : 0,
        term == Term.SPATIAL ? 1 : 0,
        term == Term.GLOBAL_POSITIVE ? never : settings.coarseMargin(),
        term == Term.GLOBAL_POSITIVE ? never : settings.fineMargin(),
        term == Term.GLOBAL_NEGATIVE ? never : settings.globalThreshold());
  }

  /** The features as row-major double[N][D]. */
  public double[] features() {
    int dimensions = layout().dimensions();
    double[] features = new double[count() * dimensions];
    for (int i = 0; i < features.length; i++) {
      features[i] = input.features().get(i / dimensions, i % dimensions);
    }
    return features;
  }

  @Override
  public void close() {
    input.features().close();
    input.blendWeights().close();
  }
}

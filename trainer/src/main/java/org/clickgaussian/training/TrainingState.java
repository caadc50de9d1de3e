package org.clickgaussian.training;

import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.loss.AdamOptimizer;

/**
 * Where a run stands: all that its next iteration depends on besides its settings and its scene.
 */
public final class TrainingState implements AutoCloseable {
  private final FeatureField features;
  private final AdamOptimizer optimizer;
  private int iteration;
  private Candidates coarseCandidates;
  private Candidates fineCandidates;

  /** A state after the given number of iterations. */
  public TrainingState(
      FeatureField features,
      AdamOptimizer optimizer,
      int iteration,
      Candidates coarseCandidates,
      Candidates fineCandidates) {
    this.features = features;
    this.optimizer = optimizer;
    this.iteration = iteration;
    this.coarseCandidates = coarseCandidates;
    this.fineCandidates = fineCandidates;
  }

  /** The features learnt so far. */
  public FeatureField features() {
    return features;
  }

  /** Adam with its moments. */
  public AdamOptimizer optimizer() {
    return optimizer;
  }

  /** The number of iterations done. */
  public int iteration() {
    return iteration;
  }

  /** Candidates of the coarse level; null while global guidance has not begun. */
  public Candidates coarseCandidates() {
    return coarseCandidates;
  }

  /** Candidates of the fine level; null while global guidance has not begun. */
  public Candidates fineCandidates() {
    return fineCandidates;
  }

  void guideBy(Candidates coarse, Candidates fine) {
    coarseCandidates = coarse;
    fineCandidates = fine;
  }

  void finishIteration() {
    iteration++;
  }

  @Override
  public void close() {
    features.close();
    optimizer.close();
  }
}

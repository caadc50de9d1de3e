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
  private RemoteTables remote;
  private boolean featuresAway;
  private boolean momentsAway;
  private boolean underWay;

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

  /** The features learnt so far; brought home first where they are learnt elsewhere. */
  public FeatureField features() {
    if (featuresAway) {
      remote.bringFeatures(features);
      featuresAway = false;
    }
    return features;
  }

  /** Adam with its moments; brought home first where they are learnt elsewhere. */
  public AdamOptimizer optimizer() {
    if (momentsAway) {
      remote.bringMoments(optimizer);
      momentsAway = false;
    }
    return optimizer;
  }

  /** The host's table as it is, which may be behind. */
  FeatureField ownFeatures() {
    return features;
  }

  /**
   * Says that features and moments went on in other tables, and that this state's own are behind.
   *
   * @param tables where they are now
   */
  public void learntIn(RemoteTables tables) {
    remote = tables;
    featuresAway = true;
    momentsAway = true;
  }

  /**
   * Says that the next iteration's step is about to be taken in tables elsewhere. Should it fail
   * from here on, nobody can tell whether those tables are before or behind the step.
   */
  public void stepElsewhere() {
    underWay = true;
  }

  /** Whether features, moments and iteration belong together: no step elsewhere is under way. */
  public boolean isWhole() {
    return !underWay;
  }

  /** Whether the features and moments of these tables are this state's. */
  public boolean isLearntIn(RemoteTables tables) {
    return remote == tables;
  }

  /** Brings all home; from now on this state's own tables are those that count. */
  public void learntAtHome() {
    features();
    optimizer();
    remote = null;
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
    underWay = false;
  }

  @Override
  public void close() {
    features.close();
    optimizer.close();
  }
}

package org.clickgaussian.training;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.work.Workers;

/**
 * Where a run stands: all that its next iteration depends on besides its settings and its scene.
 */
public final class TrainingState implements AutoCloseable {
  private static final long COPIED_BYTES = 1 << 20;

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

  /**
   * A state of the same shape for {@link #copyTo}.
   *
   * @param workers do the steps of its optimizer
   */
  public TrainingState blank(Workers workers) {
    FeatureField table = new FeatureField(features.count(), features.layout());
    return new TrainingState(table, new AdamOptimizer(table, workers), 0, null, null);
  }

  /**
   * Makes another state of the same shape equal to this one. What is learnt elsewhere is brought
   * straight into the other's tables; this state's own stay behind.
   */
  public void copyTo(TrainingState other, Workers workers) {
    if (featuresAway) {
      remote.bringFeatures(other.features);
    } else {
      copy(features.table(), other.features.table(), workers);
    }
    if (momentsAway) {
      remote.bringMoments(other.optimizer);
    } else {
      copy(optimizer.firstMoments(), other.optimizer.firstMoments(), workers);
      copy(optimizer.secondMoments(), other.optimizer.secondMoments(), workers);
    }
    other.iteration = iteration;
    other.guideBy(coarseCandidates, fineCandidates);
  }

  private static void copy(MemorySegment from, MemorySegment to, Workers workers) {
    int pieces = Math.toIntExact(Math.ceilDiv(from.byteSize(), COPIED_BYTES));
    workers.forEach(
        pieces,
        piece -> {
          long at = piece * COPIED_BYTES;
          long bytes = Math.min(COPIED_BYTES, from.byteSize() - at);
          MemorySegment.copy(from, at, to, at, bytes);
        });
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

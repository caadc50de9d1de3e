package org.clickgaussian.training;

import java.util.function.Function;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;

/**
 * Average pooling (Eq. 6) over all segments of a run's views: with a matrix that is kept, or view
 * by view with one that is made for the moment. A row of the matrix is the same either way, so the
 * pooled features are, too.
 */
final class FeaturePooling implements AutoCloseable {
  private final TrainingScene scene;
  private final TrainingSettings settings;
  private final boolean keeps;
  private PoolingMatrix matrix;
  private PoolingBuild building;

  /**
   * Makes nothing yet.
   *
   * @param keeps whether the matrix is kept
   */
  FeaturePooling(TrainingScene scene, TrainingSettings settings, boolean keeps) {
    this.scene = scene;
    this.settings = settings;
    this.keeps = keeps;
  }

  /** Whether a matrix is to be kept that nobody makes yet. */
  boolean needsMatrix() {
    return keeps && matrix == null && building == null;
  }

  /** Keeps a matrix of all views that was made on the way; it is closed with this. */
  void keep(PoolingMatrix made) {
    matrix = made;
  }

  /** Begins to make the matrix on a thread of its own, where it is to be kept. */
  void begin() {
    if (needsMatrix()) {
      building = new PoolingBuild(scene, settings);
    }
  }

  /** The features as they are now, pooled by level; pooled when asked for. */
  Function<Level, PooledFeatures> of(TrainingState state, Learner learner, Progress progress) {
    if (!keeps) {
      SegmentFeatures pooled =
          SegmentFeatures.pool(
              scene, settings, each -> SegmentFeatures.of(each, state, learner), progress);
      return pooled::level;
    }
    begin();
    PoolingMatrix whole = matrix == null ? building.await(progress) : matrix;
    return level -> learner.pool(state, whole, level);
  }

  @Override
  public void close() {
    if (matrix != null) {
      matrix.close();
    }
    if (building != null) {
      building.close();
    }
  }
}

package org.clickgaussian.training;

import java.util.function.Function;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Finds the global feature candidates: pools the features of all segments of all training views
 * (Eq. 6) and clusters them with HDBSCAN, each level on its own.
 */
public final class CandidateSearch {
  private final TrainingSettings settings;
  private final int views;
  private final Workers workers;

  /**
   * Prepares a search.
   *
   * @param settings epsilons and the smallest cluster
   * @param views V, the number of training views
   */
  public CandidateSearch(TrainingSettings settings, int views, Workers workers) {
    this.settings = settings;
    this.views = views;
    this.workers = workers;
  }

  /**
   * The clusters of features as they are now.
   *
   * @param pooling pools them over the segments of a level
   */
  public GlobalClusters search(Function<Level, PooledFeatures> pooling, Progress progress) {
    LevelClusters coarse = search(pooling, Level.COARSE, progress.part(0, 0.5));
    LevelClusters fine = search(pooling, Level.FINE, progress.part(0.5, 1));
    return GlobalClusters.of(settings.layout(), coarse, fine, workers);
  }

  private LevelClusters search(
      Function<Level, PooledFeatures> pooling, Level level, Progress progress) {
    PooledFeatures pooled = pooling.apply(level);
    double epsilon =
        settings.get(
            level == Level.COARSE ? Hyperparameter.COARSE_EPSILON : Hyperparameter.FINE_EPSILON);
    HdbscanParameters parameters =
        HdbscanParameters.of(settings.minimumClusterSize(views), epsilon);
    return LevelClusters.find(
        pooled.vectors(), pooled.dimensions(), pooled.views(), parameters, workers, progress);
  }
}

package org.clickgaussian.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The pooled features (Eq. 6) of all segments of all training views at both levels: what the
 * clusters of a run were found among, kept so that they can be found again with other parameters.
 *
 * @param coarse of the coarse segments
 * @param fine of the fine segments
 */
public record SegmentFeatures(PooledFeatures coarse, PooledFeatures fine) {

  /** Pools features over segments whose matrix is known. */
  public static SegmentFeatures of(PoolingMatrix pooling, FeatureField field, Workers workers) {
    return new SegmentFeatures(
        pooling.pool(field, Level.COARSE, workers), pooling.pool(field, Level.FINE, workers));
  }

  /** Pools a state's features over segments whose matrix is known, where they are learnt. */
  static SegmentFeatures of(PoolingMatrix pooling, TrainingState state, Learner learner) {
    return new SegmentFeatures(
        learner.pool(state, pooling, Level.COARSE), learner.pool(state, pooling, Level.FINE));
  }

  /**
   * Pools features over the segments of a scene's views, one view after the other.
   *
   * @param settings say how small a segment may be
   * @throws InputException if the masks of a view are gone
   */
  public static SegmentFeatures pool(
      TrainingScene scene,
      TrainingSettings settings,
      FeatureField field,
      Workers workers,
      Progress progress) {
    return pool(scene, settings, matrix -> of(matrix, field, workers), progress);
  }

  /** Pools over the segments of a scene's views, one view after the other, each in its own way. */
  static SegmentFeatures pool(
      TrainingScene scene,
      TrainingSettings settings,
      Function<PoolingMatrix, SegmentFeatures> ofView,
      Progress progress) {
    int smallest = settings.getInt(Hyperparameter.POOLED_PIXELS);
    List<SegmentFeatures> ofViews = new ArrayList<>();
    for (int v = 0; v < scene.views().size(); v++) {
      View view = scene.views().get(v);
      progress.update(
          v / (double) scene.views().size(),
          "segments of view %d of %d".formatted(v + 1, scene.views().size()));
      TwoLevelMasks masks =
          scene
              .masks()
              .masks(view)
              .orElseThrow(
                  () ->
                      new InputException("there are no masks of view " + view.key() + " any more"));
      try (SplattedView splatted = scene.rasterizer().splat(view.camera());
          PoolingMatrix matrix = new PoolingMatrix()) {
        matrix.add(
            new SegmentPooling(splatted, scene.gaussians().count(), smallest).pool(v, masks));
        ofViews.add(ofView.apply(matrix));
      }
    }
    FeatureLayout layout = settings.layout();
    return new SegmentFeatures(
        joined(ofViews, Level.COARSE, layout), joined(ofViews, Level.FINE, layout));
  }

  private static PooledFeatures joined(
      List<SegmentFeatures> parts, Level level, FeatureLayout layout) {
    int count = parts.stream().mapToInt(part -> part.level(level).count()).sum();
    int dimensions = layout.dimensions(level);
    float[] vectors = new float[count * dimensions];
    int[] views = new int[count];
    int at = 0;
    for (SegmentFeatures part : parts) {
      PooledFeatures of = part.level(level);
      System.arraycopy(of.vectors(), 0, vectors, at * dimensions, of.vectors().length);
      System.arraycopy(of.views(), 0, views, at, of.count());
      at += of.count();
    }
    return new PooledFeatures(count, dimensions, vectors, views);
  }

  /** The pooled features of a level. */
  public PooledFeatures level(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /**
   * Finds clusters anew.
   *
   * @param layout how the levels lie in a feature row
   * @param ofCoarse what HDBSCAN is told at the coarse level
   * @param ofFine the same at the fine level
   */
  public GlobalClusters cluster(
      FeatureLayout layout,
      HdbscanParameters ofCoarse,
      HdbscanParameters ofFine,
      Workers workers,
      Progress progress) {
    return GlobalClusters.of(
        layout,
        find(coarse, ofCoarse, workers, progress.part(0, 0.5)),
        find(fine, ofFine, workers, progress.part(0.5, 1)),
        workers);
  }

  /** Finds the clusters of one level anew. */
  public LevelClusters cluster(
      Level level, HdbscanParameters parameters, Workers workers, Progress progress) {
    return find(level(level), parameters, workers, progress);
  }

  private static LevelClusters find(
      PooledFeatures pooled, HdbscanParameters parameters, Workers workers, Progress progress) {
    return LevelClusters.find(
        pooled.vectors(), pooled.dimensions(), pooled.views(), parameters, workers, progress);
  }
}

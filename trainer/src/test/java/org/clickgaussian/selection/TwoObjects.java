package org.clickgaussian.selection;

import java.util.Optional;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;

/**
 * A scene with true features, so that nothing need be trained: two upright panels side by side,
 * each of an upper and a lower part. Object o is left (0) or right (1), part p = 2 o + (0 upper, 1
 * lower). A feature is a one-hot coarse half (object) and a one-hot second half (upper or lower).
 */
public final class TwoObjects implements AutoCloseable {
  /** Gaussians along each side of a panel. */
  public static final int SIDE = 12;

  /** Rows of 4 floats, 2 of them coarse. */
  public static final FeatureLayout LAYOUT = new FeatureLayout(4, 2, true);

  public static final int COUNT = 2 * SIDE * SIDE;

  public final Workers workers = Workers.of(2);
  public final GaussianScene scene = GaussianScene.allocate(COUNT, 0);
  public final FeatureField field = new FeatureField(COUNT, LAYOUT);
  public final GlobalClusters clusters;
  public final CpuRasterizer rasterizer;

  public TwoObjects() {
    for (int i = 0; i < COUNT; i++) {
      double x = (object(i) == 0 ? -1.1 : 0.1) + column(i) * (1.0 / (SIDE - 1));
      double y = -0.5 + row(i) * (1.0 / (SIDE - 1));
      float[] rgb = {object(i), part(i) % 2, 0.5f};
      TinyScenes.setRound(scene, i, new double[] {x, y, 0}, 0.05, 4, rgb);
      field.set(i, object(i), 1);
      field.set(i, 2 + part(i) % 2, 1);
    }
    float h = (float) Math.sqrt(0.5);
    clusters =
        GlobalClusters.of(
            LAYOUT,
            level(new Candidates(2, 2, new float[] {1, 0, 0, 1})),
            level(
                new Candidates(4, 4, new float[] {h, 0, h, 0, h, 0, 0, h, 0, h, h, 0, 0, h, 0, h})),
            workers);
    rasterizer = new CpuRasterizer(scene, workers);
  }

  private static LevelClusters level(Candidates candidates) {
    int[] numbers = new int[candidates.count()];
    return new LevelClusters(
        candidates, numbers, numbers, 0, 0, HdbscanParameters.of(5, 0), Optional.empty());
  }

  public static int object(int i) {
    return i / (SIDE * SIDE);
  }

  public static int part(int i) {
    return 2 * object(i) + (row(i) < SIDE / 2 ? 0 : 1);
  }

  private static int row(int i) {
    return i / SIDE % SIDE;
  }

  private static int column(int i) {
    return i % SIDE;
  }

  /** 64 × 48 pixels from the front: the left panel lies left of column 32. */
  public static Camera front() {
    return TinyScenes.frontCamera(64, 48);
  }

  public static Camera fromTheSide() {
    return TinyScenes.orbitCamera(72, 40, 0.4);
  }

  public SplattedView splat(Camera camera) {
    return rasterizer.splat(camera);
  }

  public Click click() {
    GaussianAssignment assignment = GaussianAssignment.of(field, clusters, workers);
    return new Click(field, clusters, ClickIndex.of(assignment, clusters, workers));
  }

  @Override
  public void close() {
    rasterizer.close();
    field.close();
    scene.close();
    workers.close();
  }
}

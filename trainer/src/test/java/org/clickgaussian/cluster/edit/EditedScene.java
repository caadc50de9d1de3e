package org.clickgaussian.cluster.edit;

import java.util.Random;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Gaussians of three objects of three parts each, with clusters found among their features. */
final class EditedScene implements AutoCloseable {
  static final FeatureLayout LAYOUT = new FeatureLayout(8, 4, true);
  private static final int PARTS = 9;
  private static final int VIEWS = 12;

  final Workers workers = Workers.of(2);
  final FeatureField field;
  final GlobalClusters clusters;
  final GaussianAssignment matches;

  EditedScene(int gaussians) {
    Random random = new Random(17);
    field = new FeatureField(gaussians, LAYOUT);
    for (int i = 0; i < gaussians; i++) {
      float[] row = feature(i % PARTS, random, 0.08f);
      for (int d = 0; d < row.length; d++) {
        field.set(i, d, row[d]);
      }
    }
    clusters = clusters(random);
    matches = GaussianAssignment.of(field, clusters, workers);
  }

  private static float[] feature(int part, Random random, float noise) {
    float[] row = new float[8];
    row[part / 3] = 1;
    // Parts of an object lie at unlike distances from each other, so that the tree has levels.
    double angle = part % 3 == 0 ? 0 : part % 3 == 1 ? 0.5 + 0.1 * (part / 3) : 1.6;
    row[4] = (float) Math.cos(angle);
    row[5] = (float) Math.sin(angle);
    for (int d = 0; d < 8; d++) {
      row[d] += (float) (noise * random.nextGaussian());
    }
    return row;
  }

  private GlobalClusters clusters(Random random) {
    float[] fine = new float[VIEWS * PARTS * 8];
    float[] coarse = new float[VIEWS * PARTS * 4];
    int[] views = new int[VIEWS * PARTS];
    for (int i = 0; i < views.length; i++) {
      views[i] = i / PARTS;
      float[] row = feature(i % PARTS, random, 0.01f);
      for (int d = 0; d < 8; d++) {
        fine[i * 8 + d] = (float) (row[d] / Math.sqrt(2));
        if (d < 4) {
          coarse[i * 4 + d] = row[d];
        }
      }
    }
    HdbscanParameters parameters = HdbscanParameters.of(5, 0);
    return GlobalClusters.of(
        LAYOUT,
        LevelClusters.find(coarse, 4, views, parameters, workers, Progress.NONE),
        LevelClusters.find(fine, 8, views, parameters, workers, Progress.NONE),
        workers);
  }

  ClusterEdits none() {
    return ClusterEdits.none(ClusterEdits.TRAINED, clusters);
  }

  GaussianAssignment assignment(ClusterEdits edits) {
    return EditedClusters.of(clusters, edits).assignment(field, matches, workers);
  }

  @Override
  public void close() {
    field.close();
    workers.close();
  }
}

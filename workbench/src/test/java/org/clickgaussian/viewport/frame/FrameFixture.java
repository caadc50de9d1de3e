package org.clickgaussian.viewport.frame;

import java.util.OptionalInt;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Workers;

/** The trained scene, opened, and requests for frames of it. */
final class FrameFixture implements AutoCloseable {
  final Workers workers = Workers.of(2);
  final SceneDocument document = TrainedScene.get().openWithRun(workers);
  final View view = document.folder().requireViews().get(3);
  final int width = view.camera().width();
  final int pixels = width * view.camera().height();

  FrameRequest request(ViewportMode mode, EditState state, OptionalInt pointer) {
    return new FrameRequest(view.camera(), mode, state, view.key(), pointer, false);
  }

  FrameRequest request(ViewportMode mode, Level level) {
    return request(mode, EditState.initial().withLevel(level), OptionalInt.empty());
  }

  /** The Gaussians of a cluster with a cosine of at least a threshold. */
  GaussianSet cluster(Level level, int cluster, double threshold) {
    int[] clusters = document.run().orElseThrow().assignment().level(level).clusters();
    float[] cosines = document.run().orElseThrow().assignment().level(level).cosines();
    return GaussianSet.where(
        clusters.length, i -> clusters[i] == cluster && cosines[i] >= threshold);
  }

  /** The cluster of most Gaussians. */
  int largestCluster(Level level) {
    int[] sizes = new int[document.run().orElseThrow().learnt().clusters().level(level).count()];
    for (int cluster : document.run().orElseThrow().assignment().level(level).clusters()) {
      sizes[Math.max(0, cluster)]++;
    }
    int largest = 0;
    for (int cluster = 1; cluster < sizes.length; cluster++) {
      largest = sizes[cluster] > sizes[largest] ? cluster : largest;
    }
    return largest;
  }

  @Override
  public void close() {
    document.close();
    workers.close();
  }
}

package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.RunClusters;
import org.clickgaussian.feature.picture.ClusterPainter;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaFile;
import org.clickgaussian.feature.picture.PcaPainter;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.picture.AlphaPainter;
import org.clickgaussian.splat.picture.ColourPainter;
import org.clickgaussian.splat.picture.DepthPainter;
import org.clickgaussian.splat.picture.Painter;
import org.clickgaussian.work.Workers;

/** A painter for each mode that was asked for, and what they hold. */
final class Painters implements AutoCloseable {

  private final Map<RenderMode, Painter> painters = new EnumMap<>(RenderMode.class);
  private final Deque<Runnable> held = new ArrayDeque<>();

  private Painters() {}

  /**
   * Makes the painters.
   *
   * @param run folder of the run; null where no mode needs one
   * @param computed whether edits of the clusters are left out
   */
  static Painters of(
      Collection<RenderMode> modes,
      Path run,
      boolean computed,
      GaussianScene scene,
      Workers workers) {
    Painters painters = new Painters();
    LearntRun learnt = null;
    PcaBases bases = null;
    EditedClusters clusters = null;
    if (modes.stream().anyMatch(mode -> mode.level() != null)) {
      learnt = LearntRun.of(run, scene);
      painters.held.push(learnt::close);
      bases = PcaFile.of(run, learnt.field());
      clusters = RunClusters.of(run, learnt, computed).clusters();
    }
    for (RenderMode mode : modes) {
      painters.painters.put(mode, painters.painter(mode, learnt, bases, clusters, workers));
    }
    return painters;
  }

  private Painter painter(
      RenderMode mode, LearntRun run, PcaBases bases, EditedClusters clusters, Workers workers) {
    return switch (mode) {
      case RGB -> ColourPainter.onBlack();
      case DEPTH -> new DepthPainter();
      case ALPHA -> new AlphaPainter();
      case PCA_COARSE, PCA_FINE -> {
        PcaPainter painter = new PcaPainter(run.field(), mode.level(), bases.level(mode.level()));
        held.push(painter::close);
        yield painter;
      }
      case CLUSTERS_COARSE, CLUSTERS_FINE ->
          new ClusterPainter(run.field(), clusters, mode.level(), workers);
    };
  }

  Painter get(RenderMode mode) {
    return painters.get(mode);
  }

  @Override
  public void close() {
    while (!held.isEmpty()) {
      held.pop().run();
    }
  }
}

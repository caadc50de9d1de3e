package org.clickgaussian.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.ClusterMap;
import org.clickgaussian.selection.RenderedFeatures;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Workers;

/**
 * One view while it is looked at: splatted once, its cluster maps made once, for all methods. Used
 * by one thread.
 */
public final class EvaluatedView implements AutoCloseable {
  private final View view;
  private final SplattedView splatted;
  private final Optional<LearntClusters> learnt;
  private final Workers workers;
  private final Map<Level, ClusterMap> clusterMaps = new EnumMap<>(Level.class);
  private RenderedFeatures rendered;

  /**
   * Splats a view.
   *
   * @param learnt features and clusters, where methods need them
   */
  public EvaluatedView(
      View view, Rasterizer rasterizer, Optional<LearntClusters> learnt, Workers workers) {
    this.view = view;
    this.splatted = rasterizer.splat(view.camera());
    this.learnt = learnt;
    this.workers = workers;
  }

  /** The view. */
  public View view() {
    return view;
  }

  /** The Gaussians as the view's camera sees them. */
  public SplattedView splatted() {
    return splatted;
  }

  /** Pixels in a row. */
  public int width() {
    return view.camera().width();
  }

  /** Pixels in a column. */
  public int height() {
    return view.camera().height();
  }

  /**
   * The clusters that the pixels belong to at a level.
   *
   * @throws IllegalStateException if there are no learnt features
   */
  public ClusterMap clusterMap(Level level) {
    LearntClusters model =
        learnt.orElseThrow(() -> new IllegalStateException("no features were given"));
    if (rendered == null) {
      rendered = RenderedFeatures.of(splatted, model.field());
    }
    return clusterMaps.computeIfAbsent(
        level, l -> ClusterMap.of(rendered, model.clusters(), l, workers));
  }

  @Override
  public void close() {
    splatted.close();
  }
}

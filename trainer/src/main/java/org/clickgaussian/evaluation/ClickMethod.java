package org.clickgaussian.evaluation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.ClusterMap;
import org.clickgaussian.selection.Thresholds;

/**
 * One click: at the most interior point of the object's mask in the reference view ({@link
 * InteriorPoint}) the best cluster is taken, however well it fits; where nothing is there, the
 * method has no answer. The mask in a view is either the pixels that belong to the cluster, or the
 * pixels at which the cluster's Gaussians at or above the threshold outweigh all others: what a
 * person sees who cuts the selection out.
 */
public final class ClickMethod implements MaskMethod {
  private final EditedClusters clusters;
  private final Thresholds thresholds;
  private final Optional<ClickIndex> index;
  private final Map<TruthObject, Map<Level, Integer>> clicked = new HashMap<>();
  private final Map<Level, int[]> seenSelections = new EnumMap<>(Level.class);
  private EvaluatedView seenView;

  private ClickMethod(EditedClusters clusters, Thresholds thresholds, Optional<ClickIndex> index) {
    this.clusters = clusters;
    this.thresholds = thresholds;
    this.index = index;
  }

  /** Clicks whose masks are the pixels of the clicked cluster. */
  public static ClickMethod ofPixels(EditedClusters clusters, Thresholds thresholds) {
    return new ClickMethod(clusters, thresholds, Optional.empty());
  }

  /** Clicks whose masks are the selected Gaussians, rendered. */
  public static ClickMethod ofGaussians(
      EditedClusters clusters, Thresholds thresholds, ClickIndex index) {
    return new ClickMethod(clusters, thresholds, Optional.of(index));
  }

  @Override
  public String name() {
    return index.isPresent() ? "click, selected Gaussians" : "click";
  }

  @Override
  public boolean hasLevels() {
    return true;
  }

  @Override
  public void learn(EvaluatedView reference, ObjectMasks masks) {
    masks.forEach(
        (object, mask) ->
            InteriorPoint.of(mask)
                .ifPresent(point -> clicked.put(object, clusters(reference, point))));
  }

  private Map<Level, Integer> clusters(EvaluatedView reference, InteriorPoint point) {
    int pixel = point.y() * reference.width() + point.x();
    Map<Level, Integer> best = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      best.put(level, reference.clusterMap(level).visible(thresholds.alpha())[pixel]);
    }
    return best;
  }

  @Override
  public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
    int cluster = clicked.getOrDefault(object, Map.of()).getOrDefault(level, -1);
    if (cluster < 0) {
      return Optional.empty();
    }
    return Optional.of(
        index.isPresent()
            ? renderedSelection(view, index.get(), level, cluster)
            : pixels(view, level, cluster));
  }

  private BitMask pixels(EvaluatedView view, Level level, int cluster) {
    boolean[] members = new boolean[clusters.level(level).bound()];
    members[cluster] = true;
    return view.clusterMap(level).mask(members, thresholds);
  }

  /**
   * A pixel is the selection's where the cluster's selected Gaussians carry more than half of its
   * weight. Only one cluster of a level can, so one pass over the view serves all objects.
   */
  private BitMask renderedSelection(
      EvaluatedView view, ClickIndex gaussians, Level level, int cluster) {
    if (view != seenView) {
      seenView = view;
      seenSelections.clear();
    }
    int[] selections =
        seenSelections.computeIfAbsent(level, l -> renderedSelections(view, gaussians, l));
    return LabelRendering.mask(selections, cluster + 1, view.width(), view.height());
  }

  private int[] renderedSelections(EvaluatedView view, ClickIndex gaussians, Level level) {
    int[] labels = new int[gaussians.gaussianCount()];
    int clusterCount = clusters.level(level).bound();
    for (int cluster = 0; cluster < clusterCount; cluster++) {
      int count = gaussians.count(level, cluster, thresholds.cosine());
      for (int rank = 0; rank < count; rank++) {
        labels[gaussians.gaussian(level, cluster, rank)] = cluster + 1;
      }
    }
    int[] rendered = LabelRendering.majority(view.splatted(), labels, clusterCount + 1);
    ClusterMap map = view.clusterMap(level);
    for (int pixel = 0; pixel < rendered.length; pixel++) {
      rendered[pixel] = map.alpha()[pixel] >= thresholds.alpha() ? rendered[pixel] : -1;
    }
    return rendered;
  }
}

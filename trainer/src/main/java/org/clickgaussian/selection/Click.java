package org.clickgaussian.selection;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView;

/**
 * Turns points in a picture into Gaussians.
 *
 * <p>A point's feature, Σ w f over the Gaussians under it, is compared with the candidates of both
 * levels. The selection is the Gaussians of the best cluster whose own cosine is at or above the
 * threshold. A best cosine below the threshold is answered all the same and marked weak; where
 * alpha is below one half, nothing is there.
 *
 * <p>With several points the clusters of the positive points are united; then the negative points
 * take theirs away. A negative point in a coarse cluster that a positive point hit as well does not
 * undo that click: it takes away its fine cluster (this flower, but not its pot).
 *
 * <p>Immutable; safe from several threads.
 */
public final class Click {
  private final FeatureField field;
  private final ClickIndex index;
  private final EditedClusters clusters;
  private final CandidateMatcher coarse;
  private final CandidateMatcher fine;

  /**
   * Prepares clicks on a trained scene.
   *
   * @param field the features; must stay open
   * @param index the Gaussians of each cluster
   */
  public Click(FeatureField field, GlobalClusters clusters, ClickIndex index) {
    this(field, EditedClusters.unedited(clusters), index);
  }

  /**
   * Prepares clicks on a trained scene whose clusters were edited.
   *
   * @param field the features; must stay open
   * @param index the Gaussians of each edited cluster
   */
  public Click(FeatureField field, EditedClusters clusters, ClickIndex index) {
    this.field = field;
    this.clusters = clusters;
    this.index = index;
    this.coarse = clusters.matcher(Level.COARSE);
    this.fine = clusters.matcher(Level.FINE);
  }

  /**
   * What lies at a pixel of a view.
   *
   * @param x column, from the left
   * @param y row, from the top
   * @throws IndexOutOfBoundsException if the pixel is not in the image
   */
  public PointMatch probe(SplattedView view, int x, int y) {
    int width = view.camera().width();
    int height = view.camera().height();
    if (x < 0 || x >= width || y < 0 || y >= height) {
      throw new IndexOutOfBoundsException("pixel %d, %d of %d × %d".formatted(x, y, width, height));
    }
    try (BlendWeights weights = view.blendWeights(new int[] {y * width + x})) {
      return probe(weights, 0, x, y);
    }
  }

  /** What lies at a pixel whose blend weights are known: row {@code row} of {@code weights}. */
  public PointMatch probe(BlendWeights weights, int row, int x, int y) {
    int dimensions = field.layout().dimensions();
    MemorySegment table = field.table();
    float[] feature = new float[dimensions];
    double alpha = 0;
    for (long entry = weights.rowStart(row); entry < weights.rowStart(row + 1); entry++) {
      float weight = weights.weight(entry);
      long at = (long) weights.gaussian(entry) * dimensions;
      alpha += weight;
      for (int d = 0; d < dimensions; d++) {
        feature[d] += weight * table.getAtIndex(ValueLayout.JAVA_FLOAT, at + d);
      }
    }
    return new PointMatch(
        x, y, alpha, best(coarse, Level.COARSE, feature), best(fine, Level.FINE, feature));
  }

  private PointMatch.Best best(CandidateMatcher matcher, Level level, float[] feature) {
    Matches match = clusters.level(level).groupRow(matcher.matchRow(feature), feature);
    return new PointMatch.Best(match.clusters()[0], match.cosines()[0]);
  }

  /** Selects by one point. */
  public ClickAnswer select(PointMatch point, Level level, Thresholds thresholds) {
    return select(List.of(point), List.of(), level, thresholds);
  }

  /**
   * Selects by several points.
   *
   * @param positive points on what is wanted
   * @param negative points on what is not
   */
  public ClickAnswer select(
      List<PointMatch> positive, List<PointMatch> negative, Level level, Thresholds thresholds) {
    TreeSet<Integer> clusters = new TreeSet<>();
    double cosine = Double.NaN;
    for (PointMatch point : positive) {
      PointMatch.Best best = point.best(level);
      if (!point.isNothing(thresholds) && best.cluster() >= 0) {
        clusters.add(best.cluster());
        cosine = Double.isNaN(cosine) ? best.cosine() : Math.min(cosine, best.cosine());
      }
    }
    boolean nothingThere = clusters.isEmpty();
    TreeSet<Integer> removedParts = new TreeSet<>();
    for (PointMatch point : negative) {
      int cluster = point.best(level).cluster();
      if (point.isNothing(thresholds) || !clusters.contains(cluster)) {
        continue;
      }
      if (level == Level.COARSE) {
        // Only a positive point can have put the cluster there: take away the part alone.
        removedParts.add(point.fine().cluster());
      } else {
        clusters.remove(cluster);
      }
    }
    removedParts.remove(-1);
    BitSet selected = new BitSet(index.gaussianCount());
    clusters.forEach(c -> index.mark(level, c, thresholds.cosine(), selected));
    removedParts.forEach(c -> index.unmark(Level.FINE, c, thresholds.cosine(), selected));
    return new ClickAnswer(
        level,
        array(clusters),
        array(removedParts),
        selected,
        nothingThere,
        cosine < thresholds.cosine(),
        cosine);
  }

  private static int[] array(TreeSet<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}

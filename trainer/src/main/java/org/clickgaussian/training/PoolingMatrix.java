package org.clickgaussian.training;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.work.Workers;

/**
 * Average pooling over segments (Eq. 6) as a sparse matrix A of segments × Gaussians: the mean of a
 * segment's rendered features is Σ_i A_si f_i with A_si = Σ_p w_pi / |P_s|. It is exact over all
 * pixels of all segments and made once; pooling is then one product with the feature table.
 *
 * <p>Rendering is linear, so A holds no feature: it stays right while features are learnt.
 */
public final class PoolingMatrix implements AutoCloseable {
  private final List<ViewSegments> views = new ArrayList<>();

  /**
   * One view's rows of A.
   *
   * @param view number of the view among the training views
   * @param coarse rows of the coarse segments
   * @param fine rows of the fine segments
   */
  record ViewSegments(int view, BlendWeights coarse, BlendWeights fine) {
    BlendWeights rows(Level level) {
      return level == Level.COARSE ? coarse : fine;
    }
  }

  void add(ViewSegments rows) {
    views.add(rows);
  }

  /** The number of entries of A. */
  public long entries() {
    return views.stream().mapToLong(v -> v.coarse.entries() + v.fine.entries()).sum();
  }

  /** The number of segments of a level, over all views. */
  public int segments(Level level) {
    return views.stream().mapToInt(v -> v.rows(level).rows()).sum();
  }

  /** The rows of A of a level's segments, view by view. */
  public List<BlendWeights> rows(Level level) {
    return views.stream().map(v -> v.rows(level)).toList();
  }

  /** For each segment of a level the number of its view among the training views. */
  public int[] viewsOfSegments(Level level) {
    return views.stream()
        .flatMapToInt(v -> IntStream.generate(v::view).limit(v.rows(level).rows()))
        .toArray();
  }

  /** Pools a level's features over all segments and brings each to unit length. */
  public PooledFeatures pool(FeatureField field, Level level, Workers workers) {
    int dimensions = field.layout().dimensions(level);
    int[] firstRows = new int[views.size() + 1];
    for (int v = 0; v < views.size(); v++) {
      firstRows[v + 1] = firstRows[v] + views.get(v).rows(level).rows();
    }
    int count = firstRows[views.size()];
    float[] vectors = new float[count * dimensions];
    int[] viewOfRow = new int[count];
    workers.forEach(
        views.size(),
        v -> {
          ViewSegments segments = views.get(v);
          BlendWeights rows = segments.rows(level);
          for (int row = 0; row < rows.rows(); row++) {
            viewOfRow[firstRows[v] + row] = segments.view();
            int at = (firstRows[v] + row) * dimensions;
            poolRow(rows, row, field, level, vectors, at);
          }
        });
    return new PooledFeatures(count, dimensions, vectors, viewOfRow);
  }

  private static void poolRow(
      BlendWeights rows, int row, FeatureField field, Level level, float[] vectors, int at) {
    int from = field.layout().from(level);
    int dimensions = field.layout().dimensions(level);
    int stride = field.layout().dimensions();
    MemorySegment table = field.table();
    double[] sum = new double[dimensions];
    for (long entry = rows.rowStart(row); entry < rows.rowStart(row + 1); entry++) {
      double weight = rows.weight(entry);
      long base = (long) rows.gaussian(entry) * stride + from;
      for (int d = 0; d < dimensions; d++) {
        sum[d] += weight * table.getAtIndex(ValueLayout.JAVA_FLOAT, base + d);
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int d = 0; d < dimensions; d++) {
      vectors[at + d] = (float) (sum[d] * scale);
    }
  }

  @Override
  public void close() {
    for (ViewSegments view : views) {
      view.coarse().close();
      view.fine().close();
    }
  }
}

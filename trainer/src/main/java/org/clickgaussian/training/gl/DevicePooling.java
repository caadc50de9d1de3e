package org.clickgaussian.training.gl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.training.PooledFeatures;
import org.clickgaussian.training.PoolingMatrix;

/**
 * Average pooling (Eq. 6) on the device, with the matrix A kept there, or sent view by view where
 * there is no room for it: a row is summed alone either way, so the bits are the same.
 */
final class DevicePooling implements AutoCloseable {
  private static final int ENTRY_BYTES = 8;
  private static final int OPERATIONS_A_FLOAT = 20;

  private final GlContext context;
  private final LearnerKernels kernels;
  private final FeatureLayout layout;
  private final MemoryBudget budget;
  private final Map<Level, Rows> kept = new EnumMap<>(Level.class);
  private PoolingMatrix matrix;

  /** One level's rows of A. */
  private record Rows(GlBuffer starts, GlBuffer gaussians, GlBuffer weights, GlBuffer pooled)
      implements AutoCloseable {
    @Override
    public void close() {
      starts.close();
      gaussians.close();
      weights.close();
      pooled.close();
    }
  }

  DevicePooling(
      GlContext context, LearnerKernels kernels, FeatureLayout layout, MemoryBudget budget) {
    this.context = context;
    this.kernels = kernels;
    this.layout = layout;
    this.budget = budget;
  }

  /** Makes a matrix ready; false where there is no room for it. */
  boolean holds(PoolingMatrix wanted) {
    if (matrix == wanted) {
      return true;
    }
    close();
    if (!budget.take(bytes(wanted))) {
      return false;
    }
    matrix = wanted;
    for (Level level : Level.values()) {
      kept.put(level, upload(wanted.rows(level), level));
    }
    return true;
  }

  private static long bytes(PoolingMatrix matrix) {
    return ENTRY_BYTES * matrix.entries();
  }

  private Rows upload(List<BlendWeights> views, Level level) {
    int segments = views.stream().mapToInt(BlendWeights::rows).sum();
    long entries = views.stream().mapToLong(BlendWeights::entries).sum();
    int[] starts = new int[segments + 1];
    Rows rows = allocate(segments, entries, layout.dimensions(level));
    long at = 0;
    int segment = 0;
    for (BlendWeights view : views) {
      rows.gaussians().upload(at, view.gaussians(), view.entries());
      rows.weights().upload(at, view.weights(), view.entries());
      for (int row = 0; row < view.rows(); row++) {
        starts[segment++] = (int) (at + view.rowStart(row));
      }
      at += view.entries();
    }
    starts[segment] = (int) at;
    rows.starts().upload(starts);
    return rows;
  }

  private Rows allocate(int segments, long entries, int dimensions) {
    long[] words = {segments + 1L, entries, entries, (long) segments * dimensions};
    List<GlBuffer> made = new ArrayList<>();
    try {
      for (long each : words) {
        made.add(context.buffer(each));
      }
    } catch (RuntimeException | Error e) {
      made.forEach(GlBuffer::close);
      throw e;
    }
    return new Rows(made.get(0), made.get(1), made.get(2), made.get(3));
  }

  /** Pools a level's features with the matrix that is held, and brings the result home. */
  PooledFeatures pool(GlBuffer features, Level level) {
    float[] vectors = pool(kept.get(level), matrix.segments(level), features, level);
    return pooled(matrix, vectors, level);
  }

  /**
   * Pools a level's features with a matrix that there is no room for, and brings the result home.
   *
   * @throws GlMemoryException if there is none for the rows of one view either
   */
  PooledFeatures poolByView(PoolingMatrix sent, GlBuffer features, Level level) {
    float[] vectors = new float[sent.segments(level) * layout.dimensions(level)];
    int at = 0;
    for (BlendWeights view : sent.rows(level)) {
      try (Rows rows = upload(List.of(view), level)) {
        float[] ofView = pool(rows, view.rows(), features, level);
        System.arraycopy(ofView, 0, vectors, at, ofView.length);
        at += ofView.length;
      }
    }
    return pooled(sent, vectors, level);
  }

  private PooledFeatures pooled(PoolingMatrix of, float[] vectors, Level level) {
    return new PooledFeatures(
        of.segments(level), layout.dimensions(level), vectors, of.viewsOfSegments(level));
  }

  private float[] pool(Rows rows, int segments, GlBuffer features, Level level) {
    kernels
        .pooling(level)
        .with("starts", rows.starts())
        .with("gaussians", rows.gaussians())
        .with("weights", rows.weights())
        .with("features", features)
        .with("pooled", rows.pooled())
        .set("segments", segments)
        .dispatch(kernels.teamGroups(segments), operations(rows));
    return rows.pooled().floats(0, segments * layout.dimensions(level));
  }

  /**
   * A sum without rounding errors for each float of an entry's feature, which is read at random.
   */
  private double operations(Rows rows) {
    return (double) rows.gaussians().words() * layout.dimensions() * OPERATIONS_A_FLOAT;
  }

  @Override
  public void close() {
    if (matrix != null) {
      budget.give(bytes(matrix));
      matrix = null;
    }
    kept.values().forEach(Rows::close);
    kept.clear();
  }
}

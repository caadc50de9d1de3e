package org.clickgaussian.feature;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A feature for every Gaussian: row-major float[N][D] in one off-heap segment, rows in the order of
 * the {@link org.clickgaussian.scene.GaussianScene} it belongs to.
 */
public final class FeatureField implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final int count;
  private final FeatureLayout layout;
  private final MemorySegment table;

  /** A field of zeros for N Gaussians. */
  public FeatureField(int count, FeatureLayout layout) {
    this.count = count;
    this.layout = layout;
    this.table = arena.allocate(4L * count * layout.dimensions(), 64);
  }

  /** N, the number of Gaussians. */
  public int count() {
    return count;
  }

  /** Where the levels lie in a row. */
  public FeatureLayout layout() {
    return layout;
  }

  /** Row-major float[N][D]. */
  public MemorySegment table() {
    return table;
  }

  /** Float {@code d} of the row of Gaussian {@code i}. */
  public float get(int i, int d) {
    return table.getAtIndex(ValueLayout.JAVA_FLOAT, (long) i * layout.dimensions() + d);
  }

  /** Sets float {@code d} of the row of Gaussian {@code i}. */
  public void set(int i, int d, float value) {
    table.setAtIndex(ValueLayout.JAVA_FLOAT, (long) i * layout.dimensions() + d, value);
  }

  @Override
  public void close() {
    arena.close();
  }
}

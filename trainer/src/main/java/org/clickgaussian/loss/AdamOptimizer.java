package org.clickgaussian.loss;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.kernel.RowKernels;
import org.clickgaussian.kernel.RowKernels.AdamStep;
import org.clickgaussian.work.Workers;

/**
 * Adam in PyTorch's form, with bias correction and ε outside the root: x ← x − rate · m̂ / (√v̂ +
 * ε), m̂ = m/(1 − β1^t), v̂ = v/(1 − β2^t).
 *
 * <p>The moments are row-major float[N][D] off-heap, zero at first; a checkpoint stores and
 * restores both.
 */
public final class AdamOptimizer implements AutoCloseable {
  /** The default learning rate. */
  public static final double LEARNING_RATE = 0.01;

  /** β1, decay of the first moment. */
  public static final double BETA1 = 0.9;

  /** β2, decay of the second moment. */
  public static final double BETA2 = 0.999;

  /** ε, of the divisor. */
  public static final double EPSILON = 1e-15;

  private static final int PIECE = 1 << 15;

  private final Arena arena = Arena.ofShared();
  private final long floats;
  private final Workers workers;
  private final RowKernels kernels;
  private final MemorySegment firstMoments;
  private final MemorySegment secondMoments;

  /** Moments of zero for the table of a field. */
  public AdamOptimizer(FeatureField features, Workers workers) {
    this(features, workers, Kernels.choose());
  }

  /** The same on the given kernels. */
  public AdamOptimizer(FeatureField features, Workers workers, Kernels kernels) {
    this.floats = (long) features.count() * features.layout().dimensions();
    this.workers = workers;
    this.kernels = kernels.rows(features.layout().dimensions());
    this.firstMoments = arena.allocate(4 * floats, 64);
    this.secondMoments = arena.allocate(4 * floats, 64);
  }

  /**
   * One step.
   *
   * @param features the field that this optimizer was made for
   * @param gradient row-major float[N][D]
   * @param learningRate usually {@link #LEARNING_RATE}
   * @param iteration t, counted from 1 at the first step
   */
  public void step(
      FeatureField features, MemorySegment gradient, double learningRate, long iteration) {
    if (iteration < 1) {
      throw new IllegalArgumentException("iterations count from 1, not " + iteration);
    }
    if ((long) features.count() * features.layout().dimensions() != floats) {
      throw new IllegalArgumentException("a field of another size than the moments");
    }
    AdamStep step =
        new AdamStep(
            (float) (learningRate / (1 - Math.pow(BETA1, iteration))),
            (float) BETA1,
            (float) BETA2,
            (float) (1 / Math.sqrt(1 - Math.pow(BETA2, iteration))),
            (float) EPSILON);
    workers.forEach(
        Math.toIntExact((floats + PIECE - 1) / PIECE),
        piece -> {
          long from = (long) piece * PIECE;
          long to = Math.min(floats, from + PIECE);
          kernels.adam(step, features.table(), gradient, firstMoments, secondMoments, from, to);
        });
  }

  /** m, row-major float[N][D]. */
  public MemorySegment firstMoments() {
    return firstMoments;
  }

  /** v, row-major float[N][D]. */
  public MemorySegment secondMoments() {
    return secondMoments;
  }

  @Override
  public void close() {
    arena.close();
  }
}

package org.clickgaussian.training.gl;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.loss.AdamOptimizer;

/** The tables that stay on the device: features, both moments of Adam, and the gradient. */
final class DeviceTables implements AutoCloseable {
  private static final int GROUP = 256;
  private static final int VECTOR = 4;

  private final LearnerKernels kernels;
  private final long floats;
  private final GlBuffer features;
  private final GlBuffer first;
  private final GlBuffer second;
  private final GlBuffer gradients;
  private final GlBuffer stamps;

  DeviceTables(GlContext context, LearnerKernels kernels, int gaussians, int dimensions) {
    this.kernels = kernels;
    this.floats = (long) gaussians * dimensions;
    this.features = context.buffer(floats);
    this.first = context.buffer(floats);
    this.second = context.buffer(floats);
    this.gradients = context.buffer(floats);
    this.stamps = context.buffer(gaussians);
  }

  /** Row-major float[N][D]. */
  GlBuffer features() {
    return features;
  }

  /** Row-major float[N][D]. */
  GlBuffer gradients() {
    return gradients;
  }

  /** Per Gaussian the number of the step that last wrote its row from pixels. */
  GlBuffer stamps() {
    return stamps;
  }

  /** Copies a state from the host. */
  void upload(MemorySegment table, AdamOptimizer optimizer) {
    features.upload(table, floats);
    first.upload(optimizer.firstMoments(), floats);
    second.upload(optimizer.secondMoments(), floats);
  }

  /** Copies the features to the host. */
  void bringFeatures(MemorySegment table) {
    features.download(0, table, floats);
  }

  /** Copies the gradient to the host. */
  void bringGradient(MemorySegment table) {
    gradients.download(0, table, floats);
  }

  /** Copies both moments to the host. */
  void bringMoments(AdamOptimizer optimizer) {
    first.download(0, optimizer.firstMoments(), floats);
    second.download(0, optimizer.secondMoments(), floats);
  }

  /**
   * A step of Adam along the gradient.
   *
   * @param iteration t, counted from 1
   */
  void adam(double learningRate, long iteration) {
    double correction1 = 1 - Math.pow(AdamOptimizer.BETA1, iteration);
    double correction2 = 1 - Math.pow(AdamOptimizer.BETA2, iteration);
    long vectors = Math.ceilDiv(floats, VECTOR);
    kernels
        .get("adam")
        .with("features", features)
        .with("gradients", gradients)
        .with("first", first)
        .with("second", second)
        .set("count", (int) vectors)
        .set("rate", (float) (learningRate / correction1))
        .set("inverseCorrection", (float) (1 / Math.sqrt(correction2)))
        .set("beta1", (float) AdamOptimizer.BETA1)
        .set("beta2", (float) AdamOptimizer.BETA2)
        .set("epsilon", (float) AdamOptimizer.EPSILON)
        .dispatch(Math.ceilDiv(vectors, GROUP));
  }

  @Override
  public void close() {
    features.close();
    first.close();
    second.close();
    gradients.close();
    stamps.close();
  }
}

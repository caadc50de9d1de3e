package org.clickgaussian.loss;

import java.lang.foreign.MemorySegment;

/**
 * Computes Eq. 13 and its gradient for one iteration: fast (kernels on this machine's vectors) or
 * readable (ND4J with automatic differentiation). Made for one scene; not safe for several threads.
 */
public interface GradientBackend extends AutoCloseable {
  /**
   * The losses of one iteration and ∂L_total/∂features.
   *
   * @param input the iteration's pixels and candidates
   * @param settings the weights of the terms, which may change from one iteration to the next
   * @param gradient row-major float[N][D], overwritten
   */
  StepLosses gradient(StepInput input, LossSettings settings, MemorySegment gradient);

  /** The backend's name, as {@code train --backend} takes it. */
  String name();

  @Override
  void close();
}

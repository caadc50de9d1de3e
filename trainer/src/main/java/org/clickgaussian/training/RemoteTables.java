package org.clickgaussian.training;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.loss.AdamOptimizer;

/**
 * Where a state's features and moments are learnt when that is not the host's memory, such as a
 * graphics processor. {@link TrainingState} brings them home when somebody looks at them.
 */
public interface RemoteTables {
  /** Copies the features into the host's table. */
  void bringFeatures(FeatureField to);

  /** Copies both moments of Adam into the host's tables. */
  void bringMoments(AdamOptimizer to);

  /**
   * Copies the gradient of the iteration that was begun last.
   *
   * @param to row-major float[N][D]
   */
  void bringGradient(MemorySegment to);
}

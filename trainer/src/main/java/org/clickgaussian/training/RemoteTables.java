package org.clickgaussian.training;

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
}

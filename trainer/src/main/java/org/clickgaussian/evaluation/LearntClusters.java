package org.clickgaussian.evaluation;

import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.feature.FeatureField;

/**
 * What a training leaves behind, as far as selection needs it.
 *
 * @param field a feature for every Gaussian; must stay open
 * @param clusters the global clusters of the scene, as edited
 */
public record LearntClusters(FeatureField field, EditedClusters clusters) {
  /** Clusters that nothing was done to. */
  public LearntClusters(FeatureField field, GlobalClusters clusters) {
    this(field, EditedClusters.unedited(clusters));
  }
}

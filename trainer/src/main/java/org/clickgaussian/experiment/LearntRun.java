package org.clickgaussian.experiment;

import java.nio.file.Path;
import org.clickgaussian.cluster.ClustersFile;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureFile;
import org.clickgaussian.scene.GaussianScene;

/**
 * What a finished run learnt about a scene.
 *
 * @param config what the run was told
 * @param field a feature for each Gaussian of the scene
 * @param clusters the global clusters
 */
public record LearntRun(RunConfig config, FeatureField field, GlobalClusters clusters)
    implements AutoCloseable {

  /**
   * Reads a run.
   *
   * @throws org.clickgaussian.io.InputException if the folder is no finished run of this scene
   */
  public static LearntRun of(Path folder, GaussianScene scene) {
    RunFolder run = new RunFolder(folder);
    RunConfig config = run.configFor(scene);
    GlobalClusters clusters = ClustersFile.read(run.clusters());
    return new LearntRun(
        config, FeatureFile.read(run.features(), scene, clusters.layout()), clusters);
  }

  @Override
  public void close() {
    field.close();
  }
}

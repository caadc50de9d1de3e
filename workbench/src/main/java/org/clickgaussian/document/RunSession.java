package org.clickgaussian.document;

import java.nio.file.Path;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.feature.picture.PcaFile;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.selection.Click;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A finished run of the open scene, ready for clicks. Indices of Gaussians are those of the scene
 * as it was read; copies made since share those of their originals ({@link
 * SceneDocument#origins()}).
 *
 * @param folder the run's folder
 * @param learnt features and clusters
 * @param assignment the cluster of every Gaussian at both levels
 * @param index the Gaussians of every cluster
 * @param click turns a pixel's blend weights into clusters
 * @param pca the axes along which the features' colours are seen, as kept with the run
 */
public record RunSession(
    Path folder,
    LearntRun learnt,
    GaussianAssignment assignment,
    ClickIndex index,
    Click click,
    PcaFile.Kept pca)
    implements AutoCloseable {

  /**
   * Reads a run and prepares clicks.
   *
   * @throws org.clickgaussian.io.InputException if the folder is no finished run of this scene
   */
  public static RunSession open(
      Path folder, GaussianScene scene, Workers workers, Progress progress) {
    progress.update(0, "reading the run");
    LearntRun learnt = LearntRun.of(folder, scene);
    progress.update(0.5, "assigning Gaussians to clusters");
    GaussianAssignment assignment =
        GaussianAssignment.of(learnt.field(), learnt.clusters(), workers);
    ClickIndex index = ClickIndex.of(assignment, learnt.clusters(), workers);
    Click click = new Click(learnt.field(), learnt.clusters(), index);
    progress.update(0.8, "finding principal components");
    PcaFile.Kept pca = PcaFile.orOwn(folder, learnt.field());
    return new RunSession(folder, learnt, assignment, index, click, pca);
  }

  @Override
  public void close() {
    learnt.close();
  }
}

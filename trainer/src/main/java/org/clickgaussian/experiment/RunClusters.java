package org.clickgaussian.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.cluster.ClustersFile;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.cluster.edit.ClusterEditsFile;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.io.InputException;

/**
 * The clusters of a run that count.
 *
 * @param clusters the clusters, with the edits that lie over them
 * @param note a sentence that says which they are, for who reads what comes of them; empty where
 *     nobody edited any
 */
public record RunClusters(EditedClusters clusters, Optional<String> note) {

  /**
   * The clusters as a person left them in the window, or as the training found them.
   *
   * @param computed leave edits out
   * @throws InputException if there are edits, and they cannot be read or belong to other clusters
   */
  public static RunClusters of(Path folder, LearntRun learnt, boolean computed) {
    Path file = folder.resolve(ClusterEditsFile.NAME);
    EditedClusters trained = EditedClusters.unedited(learnt.clusters());
    if (!Files.exists(file)) {
      return new RunClusters(trained, Optional.empty());
    }
    if (computed) {
      return new RunClusters(
          trained,
          Optional.of("the clusters are those of the training; the edits of them are left out"));
    }
    ClusterEdits edits = ClusterEditsFile.read(file);
    GlobalClusters below =
        edits.fit(learnt.clusters())
            ? learnt.clusters()
            : ClustersFile.read(file.resolveSibling(edits.source()));
    if (!edits.fit(below) || !below.layout().equals(learnt.field().layout())) {
      throw InputException.in(
          file,
          "belongs to other clusters than those of this run; move it away, or ask for the"
              + " computed clusters");
    }
    boolean foundAnew = below != learnt.clusters();
    if (edits.isNone() && !foundAnew) {
      return new RunClusters(trained, Optional.empty());
    }
    return new RunClusters(
        EditedClusters.of(below, edits),
        Optional.of(
            "the clusters are those of %s, as edited in %s"
                .formatted(edits.source(), ClusterEditsFile.NAME)));
  }
}

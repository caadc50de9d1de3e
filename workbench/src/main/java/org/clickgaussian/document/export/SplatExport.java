package org.clickgaussian.document.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.work.Progress;

/**
 * Writes a part of a document as a splat, with its edits. With a run, a plain {@code .ply} gets the
 * columns {@code coarse_cluster} and {@code fine_cluster} (int; −1: no cluster at the threshold).
 */
public final class SplatExport {
  private SplatExport() {}

  /**
   * Writes a splat in the format that the file's name ends with.
   *
   * @param state what is selected, deleted, at which threshold
   * @return what the format could not hold
   * @throws InputException if there are no Gaussians to write, or the file cannot be written
   */
  public static List<String> write(
      SceneDocument document, EditState state, Part part, Path file, Progress progress) {
    progress.update(0, "collecting Gaussians");
    try (GaussianScene chosen = document.reading(() -> collect(document, state, part))) {
      if (chosen.count() == 0) {
        throw InputException.in(
            file, "was not written, as there are no Gaussians to write; select some or fewer");
      }
      return SplatFormats.write(chosen, file, document.workers(), progress.part(0.1, 1));
    }
  }

  private static GaussianScene collect(SceneDocument document, EditState state, Part part) {
    GaussianScene all = document.gaussians();
    int[] indices = part.gaussians(state, all.count());
    Optional<ClusterLabels> labels =
        document.run().map(run -> new ClusterLabels(run, state.threshold()));
    if (labels.isEmpty()) {
      return SceneOrder.select(all, indices, document.workers());
    }
    List<ExtraProperty> extras = new ArrayList<>();
    for (ExtraProperty extra : SceneOrder.extras(all.extraProperties(), indices)) {
      if (!isLabel(extra.name())) {
        extras.add(extra);
      }
    }
    for (Level level : Level.values()) {
      double[] values = new double[indices.length];
      for (int i = 0; i < indices.length; i++) {
        values[i] = labels.get().label(level, document.origins()[indices[i]]);
      }
      extras.add(new ExtraProperty(ClusterLabels.name(level), "int", values));
    }
    return SceneOrder.select(all, indices, extras, document.workers());
  }

  /** A file that was exported before has columns of these names already. */
  private static boolean isLabel(String name) {
    for (Level level : Level.values()) {
      if (ClusterLabels.name(level).equals(name)) {
        return true;
      }
    }
    return false;
  }
}

package org.clickgaussian.document.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.io.NpyWriter;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.FileRows;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;

/**
 * Writes the clusters of every Gaussian as {@code .npy}: int32[rows of the splat file][2], coarse
 * and fine, −1 where a row has no Gaussian or it fits no cluster at the threshold. Beside it a JSON
 * of the same name says where they come from. Gaussians are those of the splat file: copies are not
 * among them, deleted ones are.
 */
public final class LabelExport {
  private static final int VERSION = 1;
  private static final String ENDING = ".npy";

  /**
   * What is written.
   *
   * @param columns int[rows][2]
   * @param origin where they come from
   */
  private record Labels(int[] columns, ObjectNode origin) {}

  private LabelExport() {}

  /**
   * Writes both files.
   *
   * @param file the {@code .npy}
   * @return the JSON beside it
   * @throws InputException if there is no run, or a file cannot be written
   */
  public static Path write(SceneDocument document, EditState state, Path file, Progress progress) {
    if (!file.getFileName().toString().endsWith(ENDING)) {
      throw InputException.in(file, "must be called something.npy");
    }
    progress.update(0, "collecting labels");
    Labels labels =
        document.reading(
            () -> new Labels(labels(document, state.threshold()), origin(document, state, file)));
    progress.update(0.5, "writing " + file.getFileName());
    NpyWriter.writeInts(file, labels.columns(), labels.columns().length / 2, 2);
    String name = file.getFileName().toString();
    Path sidecar =
        file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".json");
    AtomicFile.write(
        sidecar,
        stream ->
            stream.write(
                new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(labels.origin())));
    progress.update(1, "labels written");
    return sidecar;
  }

  private static RunSession run(SceneDocument document) {
    return document
        .run()
        .orElseThrow(
            () -> new InputException("There are no clusters to write; train or open a run first"));
  }

  private static int[] labels(SceneDocument document, double threshold) {
    GaussianScene scene = document.original();
    ClusterLabels labels = new ClusterLabels(run(document), threshold);
    int[] both = new int[2 * scene.fileCount()];
    for (Level level : Level.values()) {
      int[] ofGaussians = new int[scene.count()];
      for (int i = 0; i < ofGaussians.length; i++) {
        ofGaussians[i] = labels.label(level, i);
      }
      int[] rows = FileRows.fromGaussians(scene, ofGaussians, ClusterLabels.NONE);
      for (int row = 0; row < rows.length; row++) {
        both[2 * row + level.ordinal()] = rows[row];
      }
    }
    return both;
  }

  private static ObjectNode origin(SceneDocument document, EditState state, Path file) {
    RunSession run = run(document);
    SceneFingerprint fingerprint = SceneFingerprint.of(document.original());
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("version", VERSION);
    root.put("labels", file.getFileName().toString());
    root.putArray("columns")
        .add(ClusterLabels.name(Level.COARSE))
        .add(ClusterLabels.name(Level.FINE));
    root.put("rows", "rows of the splat file");
    root.put("none", ClusterLabels.NONE);
    root.put("run", run.folder().toAbsolutePath().normalize().toString());
    root.putObject("clusters")
        .put(Level.COARSE.key(), run.clusters().coarse().count())
        .put(Level.FINE.key(), run.clusters().fine().count());
    ObjectNode names = root.putObject("names");
    for (Level level : Level.values()) {
      ObjectNode ofLevel = names.putObject(level.key());
      run.edits().level(level).names().forEach((c, name) -> ofLevel.put(c.toString(), name));
    }
    root.put("edited", !run.edits().isNone());
    root.put("threshold", state.threshold());
    root.putObject("scene")
        .put("path", document.path().toAbsolutePath().normalize().toString())
        .put("fileCount", fingerprint.fileCount())
        .put("positions", fingerprint.positions());
    return root;
  }
}

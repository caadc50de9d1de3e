package org.clickgaussian.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;

/**
 * What a run was told: {@code config.json}.
 *
 * @param scene the scene's folder or splat, as given
 * @param fingerprint by which the scene is known again
 * @param masks the folder of the masks, as given
 * @param trainingViews keys of the views that the run learns from
 * @param testViews keys of the views kept out of training: what {@code --view test} means
 * @param leftOutViews keys of the views that were left out as bad, neither learnt from nor tested
 *     on
 * @param ablations names of what was taken away from the method
 * @param backend name of the backend that learnt last; in a plan the one that is wished for
 * @param settings the hyperparameters and the seed, as the run began with; {@link SettingChanges}
 *     says what was changed since
 * @param parent what the run branched off from; empty if it began by itself
 */
public record RunConfig(
    String scene,
    SceneFingerprint fingerprint,
    String masks,
    List<String> trainingViews,
    List<String> testViews,
    List<String> leftOutViews,
    List<String> ablations,
    String backend,
    TrainingSettings settings,
    Optional<RunParent> parent) {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A run that leaves out no view. */
  public RunConfig(
      String scene,
      SceneFingerprint fingerprint,
      String masks,
      List<String> trainingViews,
      List<String> testViews,
      List<String> ablations,
      String backend,
      TrainingSettings settings) {
    this(
        scene,
        fingerprint,
        masks,
        trainingViews,
        testViews,
        List.of(),
        ablations,
        backend,
        settings);
  }

  /** A run that began by itself. */
  public RunConfig(
      String scene,
      SceneFingerprint fingerprint,
      String masks,
      List<String> trainingViews,
      List<String> testViews,
      List<String> leftOutViews,
      List<String> ablations,
      String backend,
      TrainingSettings settings) {
    this(
        scene,
        fingerprint,
        masks,
        trainingViews,
        testViews,
        leftOutViews,
        ablations,
        backend,
        settings,
        Optional.empty());
  }

  /** The same on another backend. */
  RunConfig onBackend(String other) {
    return new RunConfig(
        scene,
        fingerprint,
        masks,
        trainingViews,
        testViews,
        leftOutViews,
        ablations,
        other,
        settings,
        parent);
  }

  /** A run told the same, but other settings, that branches off from another one. */
  RunConfig branched(TrainingSettings other, RunParent from) {
    return new RunConfig(
        scene,
        fingerprint,
        masks,
        trainingViews,
        testViews,
        leftOutViews,
        ablations,
        backend,
        other,
        Optional.of(from));
  }

  /** Writes the file. */
  public void write(Path file) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("scene", scene);
    root.putObject("fingerprint")
        .put("rows", fingerprint.fileCount())
        .put("positions", fingerprint.positions());
    root.put("masks", masks);
    root.put("backend", backend);
    root.put("seed", settings.seed());
    parent.ifPresent(
        from -> root.putObject("parent").put("run", from.run()).put("iteration", from.iteration()));
    ObjectNode values = root.putObject("settings");
    for (Hyperparameter parameter : Hyperparameter.values()) {
      if (parameter.integer()) {
        values.put(parameter.key(), settings.getInt(parameter));
      } else {
        values.put(parameter.key(), settings.get(parameter));
      }
    }
    ablations.forEach(root.putArray("ablations")::add);
    testViews.forEach(root.putArray("test_views")::add);
    leftOutViews.forEach(root.putArray("left_out_views")::add);
    trainingViews.forEach(root.putArray("training_views")::add);
    AtomicFile.write(file, stream -> stream.write(JSON.writeValueAsBytes(root)));
  }

  /**
   * Reads the file.
   *
   * @throws InputException if it is missing, damaged, newer than this program, or holds a setting
   *     that is unknown or out of range
   */
  public static RunConfig read(Path file) {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      throw InputException.in(file, "is missing; is the folder a run?", e);
    } catch (IOException e) {
      throw InputException.in(file, "is no readable JSON; train the run again", e);
    }
    int version = root == null ? 0 : root.path("version").asInt(0);
    if (version != VERSION) {
      throw InputException.in(
          file,
          version > VERSION
              ? "was written by a newer version of this program; update to read it"
              : "has no version 1; is the folder a run?");
    }
    try {
      return parse(root);
    } catch (InputException e) {
      throw InputException.in(file, e.getMessage(), e);
    }
  }

  private static RunConfig parse(JsonNode root) {
    TrainingSettings settings = TrainingSettings.defaults(root.path("seed").asLong());
    for (Map.Entry<String, JsonNode> entry : root.path("settings").properties()) {
      settings = settings.with(entry.getKey(), entry.getValue().asText());
    }
    JsonNode print = root.path("fingerprint");
    return new RunConfig(
        root.path("scene").asText(),
        new SceneFingerprint(print.path("rows").asInt(), print.path("positions").asText()),
        root.path("masks").asText(),
        strings(root.path("training_views")),
        strings(root.path("test_views")),
        strings(root.path("left_out_views")),
        strings(root.path("ablations")),
        root.path("backend").asText(),
        settings,
        parent(root.path("parent")));
  }

  private static Optional<RunParent> parent(JsonNode node) {
    return node.isObject()
        ? Optional.of(new RunParent(node.path("run").asText(), node.path("iteration").asInt()))
        : Optional.empty();
  }

  private static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(node -> values.add(node.asText()));
    return values;
  }
}

package org.clickgaussian.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;

/**
 * Keeps the trainings that are not done from one start of the window to the next, in a JSON file
 * that is written beside the window.
 *
 * <pre>{@code
 * {"version": 1, "trainings": [
 *   {"scene": "/scenes/room", "run": "/scenes/room/clickgaussian/runs/run-2",
 *    "wish": {"masks": "…", "hold_out": 8, "left_out": [], "seed": 0,
 *             "settings": {"pixels": "10000", …}}},
 *   {"scene": "/scenes/room", "run": "/scenes/room/clickgaussian/runs/run-1", "device": "cpu"}]}
 * }</pre>
 *
 * <p>Every window has a file of its own ({@link QueueFiles}); it begins with what windows left that
 * are not open any more.
 *
 * <p>A training without a wish goes on with a run that has begun. One that has begun since loses
 * its wish, and one that has finished, or whose scene is gone, is left out.
 */
public final class QueueKeeping implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("tuning");
  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final QueueFiles files;
  private final Consumer<String> problems;
  private final LatestRequest<List<QueuedTraining>> writer;
  private List<QueuedTraining> last = List.of();
  private volatile List<QueuedTraining> written = List.of();

  /**
   * Keeps them in a file of this window.
   *
   * @param folder where windows keep theirs
   * @param problems told a sentence, on any thread, when it cannot be written
   */
  public QueueKeeping(Path folder, Consumer<String> problems) {
    this.files = new QueueFiles(folder);
    this.problems = problems;
    this.writer = new LatestRequest<>("queue", this::write);
  }

  /**
   * What was left by windows that are not open any more; it is this window's from now on. A file
   * that cannot be read is kept under another name.
   *
   * @param odd told a sentence where a file cannot be read
   */
  List<QueuedTraining> read(Consumer<String> odd) {
    Map<Path, QueuedTraining> found = new LinkedHashMap<>();
    try {
      List<Path> left = files.claim();
      for (Path file : left) {
        read(file, odd).forEach(each -> found.putIfAbsent(each.folder().path(), each));
      }
      last = List.copyOf(found.values());
      if (!left.isEmpty()) {
        write(last);
      }
      if (written.equals(last)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      odd.accept(TEXTS.get("problem.queue-file", AtomicFile.reason(e)));
    }
    return last;
  }

  private static List<QueuedTraining> read(Path file, Consumer<String> odd) throws IOException {
    List<QueuedTraining> found = new ArrayList<>();
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      if (root.path("version").asInt() != VERSION) {
        throw InputException.in(file, "is of another version of this program");
      }
      for (JsonNode node : root.path("trainings")) {
        training(node).ifPresent(found::add);
      }
      return found;
    } catch (JsonProcessingException e) {
      setAside(file, "is no readable JSON", odd);
    } catch (InputException | InvalidPathException e) {
      setAside(file, e.getMessage(), odd);
    }
    return found;
  }

  private static void setAside(Path file, String why, Consumer<String> odd) throws IOException {
    Path kept = file.resolveSibling(file.getFileName() + ".unusable");
    Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
    odd.accept(TEXTS.get("problem.queue-file", kept + ": " + why));
  }

  private static Optional<QueuedTraining> training(JsonNode node) {
    Path scene = Path.of(node.path("scene").asText());
    RunFolder folder = new RunFolder(Path.of(node.path("run").asText()));
    boolean finished = Files.exists(folder.features()) && Files.exists(folder.clusters());
    boolean begun = Files.exists(folder.config());
    JsonNode wish = node.path("wish");
    if (finished || !Files.exists(scene) || !begun && !wish.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new QueuedTraining(
            scene,
            folder,
            begun ? Optional.empty() : Optional.of(wish(scene, wish)),
            node.has("device")
                ? Optional.of(Backend.of(node.path("device").asText()))
                : Optional.empty()));
  }

  private static TrainingWish wish(Path scene, JsonNode node) {
    TrainingSettings settings = TrainingSettings.defaults(node.path("seed").asLong());
    for (Map.Entry<String, JsonNode> entry : node.path("settings").properties()) {
      settings = settings.with(entry.getKey(), entry.getValue().asText());
    }
    List<String> leftOut = new ArrayList<>();
    node.path("left_out").forEach(view -> leftOut.add(view.asText()));
    return new TrainingWish(
        scene,
        Path.of(node.path("masks").asText()),
        node.path("hold_out").asInt(),
        leftOut,
        settings);
  }

  /** Keeps trainings instead of what was kept before. */
  void keep(List<QueuedTraining> trainings) {
    if (!trainings.equals(last)) {
      last = trainings;
      writer.submit(trainings);
    }
  }

  private void write(List<QueuedTraining> trainings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    ArrayNode list = root.putArray("trainings");
    for (QueuedTraining training : trainings) {
      ObjectNode node = list.addObject();
      node.put("scene", training.scene().toAbsolutePath().toString());
      node.put("run", training.folder().path().toAbsolutePath().toString());
      training.device().ifPresent(device -> node.put("device", device.key()));
      training.wish().ifPresent(wish -> write(wish, node.putObject("wish")));
    }
    try {
      if (trainings.isEmpty()) {
        Files.deleteIfExists(files.own());
      } else {
        files.hold();
        AtomicFile.write(files.own(), stream -> stream.write(JSON.writeValueAsBytes(root)));
      }
      written = trainings;
    } catch (InputException e) {
      problems.accept(TEXTS.get("problem.queue-file", e.getMessage()));
    } catch (IOException e) {
      problems.accept(TEXTS.get("problem.queue-file", AtomicFile.reason(e)));
    }
  }

  private static void write(TrainingWish wish, ObjectNode node) {
    node.put("masks", wish.masks().toAbsolutePath().toString());
    node.put("hold_out", wish.holdOut());
    wish.leftOut().forEach(node.putArray("left_out")::add);
    node.put("seed", wish.settings().seed());
    ObjectNode values = node.putObject("settings");
    for (Hyperparameter parameter : Hyperparameter.values()) {
      values.put(parameter.key(), parameter.format(wish.settings().get(parameter)));
    }
  }

  /** Writes what is not written yet. */
  @Override
  public void close() {
    writer.close();
    if (!last.equals(written)) {
      write(last);
    }
    try {
      files.close();
    } catch (IOException e) {
      problems.accept(TEXTS.get("problem.queue-file", AtomicFile.reason(e)));
    }
  }
}

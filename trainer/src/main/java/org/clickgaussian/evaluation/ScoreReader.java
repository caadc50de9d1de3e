package org.clickgaussian.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/** Reads what {@link ScoreFiles#writeJson} wrote. Means are computed anew from the views. */
public final class ScoreReader {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  private ScoreReader(Path file) {
    this.file = file;
  }

  /**
   * Reads {@code scores.json}.
   *
   * @throws InputException if it cannot be read, is damaged or newer than this program
   */
  public static List<SceneScores> read(Path file) {
    return new ScoreReader(file).scenes();
  }

  private List<SceneScores> scenes() {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw InputException.in(
          file, "is no readable JSON (" + AtomicFile.reason(e) + "); evaluate the run again", e);
    }
    int version = root.path("version").asInt(0);
    if (version != VERSION) {
      throw InputException.in(
          file,
          version > VERSION
              ? "was written by a newer version of this program; update to read it"
              : "holds no scores; evaluate the run again");
    }
    List<SceneScores> scenes = new ArrayList<>();
    for (JsonNode scene : root.path("scenes")) {
      List<ObjectScore> scores = new ArrayList<>();
      scene.path("scores").forEach(score -> scores.add(score(score)));
      List<String> warnings = new ArrayList<>();
      scene.path("warnings").forEach(warning -> warnings.add(warning.asText()));
      scenes.add(new SceneScores(text(scene, "scene"), text(scene, "protocol"), scores, warnings));
    }
    return scenes;
  }

  private ObjectScore score(JsonNode node) {
    List<ViewScore> views = new ArrayList<>();
    for (JsonNode view : node.path("views")) {
      views.add(
          new ViewScore(
              text(view, "view"),
              view.path("reference").asBoolean(),
              view.path("answered").asBoolean(),
              share(view, "iou"),
              share(view, "boundaryIou")));
    }
    return new ObjectScore(
        text(node, "method"),
        new TruthObject(text(node, "object"), level(node, "level")),
        level(node, "usedLevel"),
        text(node, "reference"),
        views,
        node.path("falseArea").asDouble(Double.NaN));
  }

  private Level level(JsonNode node, String name) {
    String key = text(node, name);
    return Arrays.stream(Level.values())
        .filter(level -> level.key().equals(key))
        .findFirst()
        .orElseThrow(() -> damaged(name));
  }

  private String text(JsonNode node, String name) {
    if (!node.path(name).isTextual()) {
      throw damaged(name);
    }
    return node.path(name).asText();
  }

  private double share(JsonNode node, String name) {
    if (!node.path(name).isNumber()) {
      throw damaged(name);
    }
    return node.path(name).asDouble();
  }

  private InputException damaged(String name) {
    return InputException.in(
        file, "has a score without a proper \"" + name + "\"; evaluate the run again");
  }
}

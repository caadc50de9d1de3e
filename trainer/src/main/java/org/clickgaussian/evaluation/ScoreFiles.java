package org.clickgaussian.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.io.AtomicFile;

/** Writes scores as JSON (everything) and CSV (a line for each method, object, level and view). */
public final class ScoreFiles {
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ScoreFiles() {}

  /** Writes all scores of all scenes as one JSON object with {@code "version": 1}. */
  public static void writeJson(Path file, List<SceneScores> scenes) {
    AtomicFile.write(
        file,
        stream ->
            stream.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(scenes))));
  }

  /** The same object in memory. A score that does not exist is null. */
  public static ObjectNode json(List<SceneScores> scenes) {
    ObjectNode root = MAPPER.createObjectNode().put("version", VERSION);
    ArrayNode list = root.putArray("scenes");
    for (SceneScores scene : scenes) {
      ObjectNode node = list.addObject().put("scene", scene.scene());
      node.put("protocol", scene.protocol());
      ArrayNode warnings = node.putArray("warnings");
      scene.warnings().forEach(warnings::add);
      ArrayNode means = node.putArray("means");
      scene.methods().forEach(method -> means.add(means(scene, method)));
      ArrayNode scores = node.putArray("scores");
      scene.scores().forEach(score -> scores.add(score(score)));
    }
    return root;
  }

  private static ObjectNode means(SceneScores scene, String method) {
    ObjectNode node = MAPPER.createObjectNode().put("method", method);
    for (ScoreColumn column : ScoreColumn.values()) {
      put(node, column.key(), column.of(scene, method));
    }
    return node;
  }

  private static ObjectNode score(ObjectScore score) {
    ObjectNode node = MAPPER.createObjectNode().put("method", score.method());
    node.put("object", score.object().name()).put("level", score.object().level().key());
    node.put("usedLevel", score.level().key()).put("reference", score.reference());
    put(node, "iou", score.mean(Metric.IOU, true));
    put(node, "iouWithoutReference", score.mean(Metric.IOU, false));
    put(node, "boundaryIou", score.mean(Metric.BOUNDARY_IOU, true));
    put(node, "boundaryIouWithoutReference", score.mean(Metric.BOUNDARY_IOU, false));
    put(node, "falseArea", present(score.falseArea()));
    ArrayNode views = node.putArray("views");
    for (ViewScore view : score.views()) {
      ObjectNode each = views.addObject().put("view", view.view());
      each.put("reference", view.reference()).put("answered", view.answered());
      each.put("iou", view.iou()).put("boundaryIou", view.boundaryIou());
    }
    return node;
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(key, value.getAsDouble());
    } else {
      node.putNull(key);
    }
  }

  /** Writes one line for each method, object, level used and view, with a header. */
  public static void writeCsv(Path file, List<SceneScores> scenes) {
    StringBuilder text =
        new StringBuilder(
            "scene,protocol,method,object,level,used_level,view,reference,answered,iou,"
                + "boundary_iou\n");
    for (SceneScores scene : scenes) {
      for (ObjectScore score : scene.scores()) {
        for (ViewScore view : score.views()) {
          text.append(quoted(scene.scene())).append(',').append(scene.protocol()).append(',');
          text.append(quoted(score.method())).append(',').append(quoted(score.object().name()));
          text.append(',').append(score.object().level().key());
          text.append(',').append(score.level().key()).append(',').append(quoted(view.view()));
          text.append(
              String.format(
                  Locale.ROOT,
                  ",%b,%b,%.6f,%.6f\n",
                  view.reference(),
                  view.answered(),
                  view.iou(),
                  view.boundaryIou()));
        }
      }
    }
    AtomicFile.write(
        file, stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}

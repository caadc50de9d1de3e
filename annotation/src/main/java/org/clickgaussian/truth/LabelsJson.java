package org.clickgaussian.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.MaskLevel;

/**
 * The labels of a ground truth set, {@code labels.json}:
 *
 * <pre>{"version": 1, "labels": {"pot": {"level": "coarse"},
 *                          "rim": {"level": "fine", "parent": "pot"}}}</pre>
 */
public final class LabelsJson {
  /** The name of the file in the folder of the set. */
  public static final String FILE_NAME = "labels.json";

  private LabelsJson() {}

  /**
   * Reads a file.
   *
   * @return the labels in the file's order
   * @throws InputException if the file cannot be read, is newer than this program, or is no such
   *     file: a level that is none, a parent that is no other label
   */
  public static List<TruthLabel> read(Path file) {
    JsonNode labels = TruthJson.object(file, TruthJson.read(file), "labels");
    List<TruthLabel> read = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      String name = TruthJson.labelName(file, entry.getKey());
      read.add(new TruthLabel(name, level(file, entry), parent(file, labels, entry)));
    }
    return List.copyOf(read);
  }

  /**
   * Writes a file.
   *
   * @throws InputException if it cannot be written
   */
  public static void write(Path file, Collection<TruthLabel> labels) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", TruthJson.VERSION);
    ObjectNode entries = root.putObject("labels");
    for (TruthLabel label : labels) {
      ObjectNode entry = entries.putObject(label.name()).put("level", label.level().key());
      label.parent().ifPresent(parent -> entry.put("parent", parent));
    }
    TruthJson.write(file, root);
  }

  private static MaskLevel level(Path file, Map.Entry<String, JsonNode> entry) {
    String key = entry.getValue().path("level").asText("");
    return MaskLevel.ofKey(key)
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "the level of \"%s\" is \"%s\", it must be \"coarse\" or \"fine\""
                        .formatted(entry.getKey(), key)));
  }

  private static Optional<String> parent(
      Path file, JsonNode labels, Map.Entry<String, JsonNode> entry) {
    JsonNode parent = entry.getValue().path("parent");
    if (parent.isMissingNode() || parent.isNull()) {
      return Optional.empty();
    }
    String name = parent.asText("");
    if (!labels.has(name) || name.equals(entry.getKey())) {
      throw InputException.in(
          file,
          "the parent of \"%s\" is \"%s\", which is no other label of the file"
              .formatted(entry.getKey(), name));
    }
    return Optional.of(name);
  }
}

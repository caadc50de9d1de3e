package org.clickgaussian.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/**
 * The labels of a ground truth set, {@code labels.json}:
 *
 * <pre>{"version": 1, "labels": {"pot": {"level": "coarse"},
 *                          "rim": {"level": "fine", "parent": "pot"}}}</pre>
 *
 * <p>A label may have an {@code "id"} beside its level, from 1, unique within the level: its value
 * in label maps ({@link TruthMaps}) and in tables of Gaussians.
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
   * Reads the IDs of a file.
   *
   * @return the ID of each label that has one, by its name
   * @throws InputException as {@link #read} does, and if an ID is no number from 1 to 65535 or two
   *     labels of a level share one
   */
  public static SortedMap<String, Integer> readIds(Path file) {
    JsonNode labels = TruthJson.object(file, TruthJson.read(file), "labels");
    SortedMap<String, Integer> ids = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      if (entry.getValue().has("id")) {
        int id = TruthJson.integer(file, entry.getValue(), "id");
        if (id < 1 || id > GreyImage.MAXIMUM || !taken.add(level(file, entry) + " " + id)) {
          throw InputException.in(
              file,
              "the ID %d of \"%s\" is not from 1 to %d, or another label of its level has it too"
                  .formatted(id, entry.getKey(), GreyImage.MAXIMUM));
        }
        ids.put(entry.getKey(), id);
      }
    }
    return ids;
  }

  /**
   * Writes a file without IDs.
   *
   * @throws InputException if it cannot be written
   */
  public static void write(Path file, Collection<TruthLabel> labels) {
    write(file, labels, Map.of());
  }

  /**
   * Writes a file.
   *
   * @param ids the ID of labels by their names; those left out have none
   * @throws InputException if it cannot be written
   */
  public static void write(Path file, Collection<TruthLabel> labels, Map<String, Integer> ids) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", TruthJson.VERSION);
    ObjectNode entries = root.putObject("labels");
    for (TruthLabel label : labels) {
      ObjectNode entry = entries.putObject(label.name()).put("level", label.level().key());
      label.parent().ifPresent(parent -> entry.put("parent", parent));
      if (ids.containsKey(label.name())) {
        entry.put("id", ids.get(label.name()));
      }
    }
    TruthJson.write(file, root);
  }

  private static Level level(Path file, Map.Entry<String, JsonNode> entry) {
    String key = entry.getValue().path("level").asText("");
    return Level.ofKey(key)
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

package org.clickgaussian.cluster.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/**
 * {@code cluster-edits.json} in a run's folder.
 *
 * <pre>{@code
 * {"version": 1, "clusters": "clusters.json", "fingerprint": "0a1b2c3d",
 *  "coarse": {"candidates": 32,
 *    "splits": [{"candidate": 3, "first": 32, "vectors": [[0.1, …], [0.2, …]]}],
 *    "merges": {"5": 2}, "names": {"2": "vase"}, "colours": {"2": "#ff8800"},
 *    "hidden": [4], "cut": 0.02},
 *  "fine": {…}}
 * }</pre>
 *
 * <p>{@code cut} is absent where there is none; an infinite one is written as −1. Floats are
 * written with the digits that bring back the same bits.
 */
public final class ClusterEditsFile {
  /** The version this program writes, and the newest it reads. */
  public static final int VERSION = 1;

  /** What the file is called. */
  public static final String NAME = "cluster-edits.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClusterEditsFile() {}

  /**
   * Writes edits.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, ClusterEdits edits) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("clusters", edits.source());
    root.put("fingerprint", edits.fingerprint());
    for (Level level : Level.values()) {
      write(root.putObject(level.key()), edits.level(level));
    }
    AtomicFile.write(
        file,
        stream -> stream.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root)));
  }

  private static void write(ObjectNode node, LevelEdits edits) {
    node.put("candidates", edits.candidates());
    ArrayNode splits = node.putArray("splits");
    for (CandidateSplit split : edits.splits()) {
      ObjectNode one = splits.addObject();
      one.put("candidate", split.candidate());
      one.put("first", split.first());
      ArrayNode vectors = one.putArray("vectors");
      int dimensions = split.parts().dimensions();
      for (int part = 0; part < split.parts().count(); part++) {
        ArrayNode vector = vectors.addArray();
        for (int d = 0; d < dimensions; d++) {
          vector.add(split.parts().vectors()[part * dimensions + d]);
        }
      }
    }
    ObjectNode merges = node.putObject("merges");
    edits.merges().forEach((candidate, cluster) -> merges.put(candidate.toString(), cluster));
    ObjectNode names = node.putObject("names");
    edits.names().forEach((cluster, name) -> names.put(cluster.toString(), name));
    ObjectNode colours = node.putObject("colours");
    edits
        .colours()
        .forEach((cluster, rgb) -> colours.put(cluster.toString(), "#%06x".formatted(rgb)));
    ArrayNode hidden = node.putArray("hidden");
    edits.hidden().forEach(hidden::add);
    edits.cut().ifPresent(cut -> node.put("cut", Double.isInfinite(cut) ? -1 : cut));
  }

  /**
   * Reads edits.
   *
   * @throws InputException if the file is absent, damaged or of a newer version
   */
  public static ClusterEdits read(Path file) {
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      int version = integer(root, "version");
      if (version > VERSION) {
        throw InputException.in(
            file,
            "was written by a newer program (version %d, this one reads up to %d); update this one"
                .formatted(version, VERSION));
      }
      String source = text(root, "clusters");
      if (!source.matches("clusters(-\\d{1,9})?\\.json")) {
        throw new IllegalArgumentException("\"clusters\" names no file of clusters");
      }
      return new ClusterEdits(
          source,
          text(root, "fingerprint"),
          level(field(root, Level.COARSE.key())),
          level(field(root, Level.FINE.key())));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw InputException.in(
          file, "holds no edits of clusters (" + reason + "); move it out of the run's folder", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static LevelEdits level(JsonNode node) {
    List<CandidateSplit> splits = new ArrayList<>();
    for (JsonNode split : field(node, "splits")) {
      splits.add(split(split));
    }
    SortedMap<Integer, Integer> merges = new TreeMap<>();
    field(node, "merges")
        .fields()
        .forEachRemaining(each -> merges.put(key(each.getKey()), integer(each.getValue())));
    SortedMap<Integer, String> names = new TreeMap<>();
    field(node, "names")
        .fields()
        .forEachRemaining(each -> names.put(key(each.getKey()), each.getValue().asText()));
    SortedMap<Integer, Integer> colours = new TreeMap<>();
    field(node, "colours")
        .fields()
        .forEachRemaining(each -> colours.put(key(each.getKey()), colour(each.getValue())));
    TreeSet<Integer> hidden = new TreeSet<>();
    field(node, "hidden").forEach(each -> hidden.add(integer(each)));
    return new LevelEdits(
        integer(node, "candidates"), splits, merges, names, colours, hidden, cut(node));
  }

  private static OptionalDouble cut(JsonNode node) {
    Optional<JsonNode> cut = Optional.ofNullable(node.get("cut"));
    if (cut.isEmpty()) {
      return OptionalDouble.empty();
    }
    double distance =
        cut.filter(JsonNode::isNumber).orElseThrow(ClusterEditsFile::wrong).asDouble();
    return OptionalDouble.of(distance == -1 ? Double.POSITIVE_INFINITY : distance);
  }

  private static CandidateSplit split(JsonNode node) {
    JsonNode rows = field(node, "vectors");
    int dimensions = rows.path(0).size();
    float[] vectors = new float[rows.size() * dimensions];
    for (int part = 0; part < rows.size(); part++) {
      for (int d = 0; d < dimensions; d++) {
        JsonNode value = rows.get(part).path(d);
        if (rows.get(part).size() != dimensions || !value.isNumber()) {
          throw new IllegalArgumentException("the vectors of a split differ in length");
        }
        vectors[part * dimensions + d] = (float) value.doubleValue();
      }
    }
    return new CandidateSplit(
        integer(node, "candidate"),
        integer(node, "first"),
        new Candidates(rows.size(), dimensions, vectors));
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode value = node == null ? null : node.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return value;
  }

  private static String text(JsonNode node, String name) {
    return field(node, name).asText();
  }

  private static int integer(JsonNode node, String name) {
    return integer(field(node, name));
  }

  private static int integer(JsonNode value) {
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw wrong();
    }
    return value.intValue();
  }

  private static int key(String text) {
    return Integer.parseInt(text);
  }

  private static int colour(JsonNode value) {
    if (!value.asText().matches("#[0-9a-fA-F]{6}")) {
      throw wrong();
    }
    return Integer.parseInt(value.asText().substring(1), 16);
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException("a number or a colour is none");
  }
}

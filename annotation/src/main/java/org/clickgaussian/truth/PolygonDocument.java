package org.clickgaussian.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;

/**
 * The ground truth of one photo as polygons:
 *
 * <pre>{"version": 1, "view": "DSCF5605", "width": 800, "height": 533,
 * "labels": {"pot": {"rings": [[[x, y], …], …]}}}</pre>
 *
 * @param view the view's key
 * @param width pixels in a row of the image that the coordinates are meant for
 * @param height pixels in a column
 * @param polygons the region of each label, by name; see {@link Polygon}
 */
public record PolygonDocument(
    String view, int width, int height, SortedMap<String, Polygon> polygons) {
  /** Checks the size and copies the polygons. */
  public PolygonDocument {
    if (!BitMask.isPossibleSize(width, height)) {
      throw new IllegalArgumentException("no image: %d × %d".formatted(width, height));
    }
    polygons = Collections.unmodifiableSortedMap(new TreeMap<>(polygons));
  }

  /**
   * Reads a file.
   *
   * @throws InputException if the file cannot be read, is newer than this program, or is no such
   *     document
   */
  public static PolygonDocument read(Path file) {
    JsonNode root = TruthJson.read(file);
    String view = TruthJson.text(file, root, "view");
    int width = TruthJson.integer(file, root, "width");
    int height = TruthJson.integer(file, root, "height");
    if (!BitMask.isPossibleSize(width, height)) {
      throw InputException.in(file, "no image has %d × %d pixels".formatted(width, height));
    }
    JsonNode labels = TruthJson.object(file, root, "labels");
    SortedMap<String, Polygon> polygons = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      String label = TruthJson.labelName(file, entry.getKey());
      polygons.put(label, polygon(file, label, entry.getValue().path("rings")));
    }
    return new PolygonDocument(view, width, height, polygons);
  }

  /**
   * Writes a file.
   *
   * @throws InputException if it cannot be written
   */
  public void write(Path file) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", TruthJson.VERSION).put("view", view);
    root.put("width", width).put("height", height);
    ObjectNode labels = root.putObject("labels");
    polygons.forEach(
        (label, polygon) -> {
          ArrayNode rings = labels.putObject(label).putArray("rings");
          for (double[] ring : polygon.rings()) {
            ArrayNode points = rings.addArray();
            for (int i = 0; i < ring.length; i += 2) {
              points.addArray().add(ring[i]).add(ring[i + 1]);
            }
          }
        });
    TruthJson.write(file, root);
  }

  private static Polygon polygon(Path file, String label, JsonNode rings) {
    if (!rings.isArray()) {
      throw InputException.in(file, "the label \"" + label + "\" lacks a list as \"rings\"");
    }
    List<double[]> read = new ArrayList<>();
    for (JsonNode ring : rings) {
      if (!ring.isArray() || ring.size() < 3) {
        throw InputException.in(
            file, "the label \"" + label + "\" has a ring of fewer than 3 points");
      }
      double[] coordinates = new double[2 * ring.size()];
      for (int i = 0; i < ring.size(); i++) {
        coordinates[2 * i] = coordinate(file, label, ring.get(i), 0);
        coordinates[2 * i + 1] = coordinate(file, label, ring.get(i), 1);
      }
      read.add(coordinates);
    }
    return new Polygon(read);
  }

  private static double coordinate(Path file, String label, JsonNode point, int axis) {
    JsonNode value = point.path(axis);
    boolean isPoint = point.isArray() && point.size() == 2 && value.isNumber();
    if (!isPoint || !(Math.abs(value.doubleValue()) <= Polygon.FARTHEST)) {
      throw InputException.in(
          file, "the label \"" + label + "\" has a point that is no [x, y] in or near the image");
    }
    return value.doubleValue();
  }
}

package org.clickgaussian.mask.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.scene.camera.PosedPhoto;
import org.clickgaussian.truth.Polygon;

/**
 * The instances of COCO: {@code images} with {@code id}, {@code file_name}, {@code width}, {@code
 * height}, and {@code annotations} with {@code image_id} and {@code segmentation}: polygons, whose
 * union is the segment, or run lengths, compressed or not. Annotations without a segmentation are
 * passed over. Categories are not kept.
 */
final class CocoInstances implements MaskCollection {
  private record Image(String name, int width, int height, List<JsonNode> segmentations) {}

  private final Path file;
  private final SortedMap<String, Image> images = new TreeMap<>();

  /**
   * Reads a file.
   *
   * @throws InputException if it is no such JSON
   */
  CocoInstances(Path file) {
    this.file = file;
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw InputException.in(
          file, "is no whole JSON file: " + AtomicFile.reason(e).lines().findFirst().orElse(""), e);
    }
    if (!root.path("images").isArray() || !root.path("annotations").isArray()) {
      throw InputException.in(file, "has no \"images\" and \"annotations\", as COCO's files have");
    }
    Map<String, Image> byId = new TreeMap<>();
    for (JsonNode node : root.path("images")) {
      Image image = image(node);
      byId.put(node.path("id").asText(), image);
      if (images.put(image.name(), image) != null) {
        throw fault("lists the image %s twice".formatted(image.name()));
      }
    }
    for (JsonNode annotation : root.path("annotations")) {
      Image image = byId.get(annotation.path("image_id").asText());
      if (image == null) {
        throw fault(
            "has an annotation of the image %s, which it does not list"
                .formatted(annotation.path("image_id").asText("(none)")));
      }
      JsonNode segmentation = annotation.path("segmentation");
      if (!segmentation.isEmpty()) {
        image.segmentations().add(segmentation);
      }
    }
  }

  private Image image(JsonNode node) {
    String name = node.path("file_name").asText("").replace('\\', '/');
    int width = node.path("width").asInt();
    int height = node.path("height").asInt();
    if (name.isBlank() || !BitMask.isPossibleSize(width, height)) {
      throw fault("lists an image without file_name, or without a possible width and height");
    }
    while (name.startsWith("./") || name.startsWith("/")) {
      name = name.substring(name.indexOf('/') + 1);
    }
    return new Image(PosedPhoto.keyOf(name), width, height, new ArrayList<>());
  }

  @Override
  public String kind() {
    return "COCO instances";
  }

  @Override
  public List<String> images() {
    return List.copyOf(images.keySet());
  }

  @Override
  public ImportedMasks masks(String name) {
    Image image = images.get(name);
    List<SegmentRecord> records = new ArrayList<>();
    for (JsonNode segmentation : image.segmentations()) {
      RunLength mask = segmentation.isArray() ? polygons(image, segmentation) : runs(segmentation);
      if (mask.width() != image.width() || mask.height() != image.height()) {
        throw fault(
            "has run lengths of %d × %d pixels for %s, which has %d × %d"
                .formatted(mask.width(), mask.height(), name, image.width(), image.height()));
      }
      if (mask.area() > 0) {
        Box whole = new Box(0, 0, image.width(), image.height());
        records.add(new SegmentRecord(mask, Double.NaN, Double.NaN, List.of(), whole));
      }
    }
    return new ImportedMasks.Segments(List.copyOf(records));
  }

  private RunLength polygons(Image image, JsonNode list) {
    BitMask mask = new BitMask(image.width(), image.height());
    for (JsonNode ring : list) {
      double[] coordinates = new double[ring.size()];
      for (int i = 0; i < coordinates.length; i++) {
        coordinates[i] = ring.get(i).isNumber() ? ring.get(i).doubleValue() : Double.NaN;
      }
      // Two points bound nothing; some programs write such rings.
      if (coordinates.length == 4) {
        continue;
      }
      try {
        mask = mask.plus(new Polygon(List.of(coordinates)).fill(image.width(), image.height()));
      } catch (IllegalArgumentException e) {
        throw fault(
            "has a polygon of %s that is none (%s)".formatted(image.name(), e.getMessage()));
      }
    }
    return RunLength.encode(mask);
  }

  private RunLength runs(JsonNode node) {
    JsonNode size = node.path("size");
    JsonNode counts = node.path("counts");
    int height = size.path(0).asInt();
    int width = size.path(1).asInt();
    try {
      if (counts.isTextual()) {
        return RunLength.parse(width, height, counts.textValue());
      }
      int[] lengths = new int[counts.size()];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = counts.get(i).asInt(-1);
      }
      return RunLength.of(width, height, lengths);
    } catch (InputException e) {
      throw InputException.in(file, e.getMessage(), e);
    }
  }

  private InputException fault(String problem) {
    return InputException.in(file, problem + "; export it again");
  }
}

package org.clickgaussian.cluster;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/**
 * {@code clusters.json}: global clusters on disk.
 *
 * <pre>{@code
 * {"version": 1,
 *  "layout": {"dimensions": 24, "coarseDimensions": 12, "granularityPrior": true},
 *  "coarse": {"segments": 812, "noise": 31,
 *    "parameters": {"minClusterSize": 6, "minSamples": 6, "epsilon": 0.01,
 *                   "selection": "excess_of_mass", "metric": "euclidean"},
 *    "clusters": [{"size": 12, "views": 11, "vector": [0.1, …]}, …],
 *    "condensedTree": {"points": 812, "parents": […], "children": […], "lambdas": […], "sizes": […]}},
 *  "fine": {…, "clusters": [{…, "parent": 3}, …]}}
 * }</pre>
 *
 * <p>Floats are written with the digits that bring back the same bits. An infinite λ, which JSON
 * has no number for, is written as −1. {@code condensedTree} may be absent.
 */
public final class ClustersFile {
  /** The version this program writes, and the newest it reads. */
  public static final int VERSION = 1;

  private ClustersFile() {}

  /**
   * Writes clusters, and the hierarchies that they carry.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, GlobalClusters clusters) {
    AtomicFile.write(
        file,
        stream -> {
          try (JsonGenerator json = new JsonFactory().createGenerator(stream, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(json, clusters);
          }
        });
  }

  private static void write(JsonGenerator json, GlobalClusters clusters) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeObjectFieldStart("layout");
    json.writeNumberField("dimensions", clusters.layout().dimensions());
    json.writeNumberField("coarseDimensions", clusters.layout().coarseDimensions());
    json.writeBooleanField("granularityPrior", clusters.layout().granularityPrior());
    json.writeEndObject();
    writeLevel(json, Level.COARSE, clusters);
    writeLevel(json, Level.FINE, clusters);
    json.writeEndObject();
  }

  private static void writeLevel(JsonGenerator json, Level level, GlobalClusters clusters)
      throws IOException {
    LevelClusters of = clusters.level(level);
    json.writeObjectFieldStart(level.key());
    json.writeNumberField("segments", of.segments());
    json.writeNumberField("noise", of.noise());
    writeParameters(json, of.parameters());
    json.writeArrayFieldStart("clusters");
    int dimensions = of.candidates().dimensions();
    for (int c = 0; c < of.count(); c++) {
      json.writeStartObject();
      json.writeNumberField("size", of.sizes()[c]);
      json.writeNumberField("views", of.supportingViews()[c]);
      if (level == Level.FINE) {
        json.writeNumberField("parent", clusters.parents()[c]);
      }
      json.writeArrayFieldStart("vector");
      for (int d = 0; d < dimensions; d++) {
        json.writeNumber(of.candidates().vectors()[c * dimensions + d]);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    if (of.condensedTree().isPresent()) {
      writeTree(json, of.condensedTree().get());
    }
    json.writeEndObject();
  }

  private static void writeParameters(JsonGenerator json, HdbscanParameters parameters)
      throws IOException {
    json.writeObjectFieldStart("parameters");
    json.writeNumberField("minClusterSize", parameters.minClusterSize());
    json.writeNumberField("minSamples", parameters.minSamples());
    json.writeNumberField("epsilon", parameters.epsilon());
    json.writeStringField("selection", key(parameters.selection()));
    json.writeStringField("metric", key(parameters.metric()));
    json.writeEndObject();
  }

  private static void writeTree(JsonGenerator json, CondensedTree tree) throws IOException {
    json.writeObjectFieldStart("condensedTree");
    json.writeNumberField("points", tree.points());
    json.writeFieldName("parents");
    json.writeArray(tree.parents(), 0, tree.rows());
    json.writeFieldName("children");
    json.writeArray(tree.children(), 0, tree.rows());
    json.writeArrayFieldStart("lambdas");
    for (double lambda : tree.lambdas()) {
      json.writeNumber(Double.isInfinite(lambda) ? -1 : lambda);
    }
    json.writeEndArray();
    json.writeFieldName("sizes");
    json.writeArray(tree.sizes(), 0, tree.rows());
    json.writeEndObject();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads clusters.
   *
   * @throws InputException if the file is absent, damaged or of a newer version
   */
  public static GlobalClusters read(Path file) {
    try (var stream = Files.newInputStream(file)) {
      JsonNode root = new ObjectMapper().readTree(stream);
      int version = new ClustersReader(root).integer("version");
      if (version > VERSION) {
        throw InputException.in(
            file,
            "was written by a newer program (version %d, this one reads up to %d); update this one"
                .formatted(version, VERSION));
      }
      return new ClustersReader(root).clusters();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw InputException.in(
          file, "holds no clusters (" + firstLine(e) + "); train the run again", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}

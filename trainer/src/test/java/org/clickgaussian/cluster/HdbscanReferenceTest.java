package org.clickgaussian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.testing.NpyFile;
import org.clickgaussian.testing.SharedData;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares with the labels and tree weights of scikit-learn's HDBSCAN. */
class HdbscanReferenceTest {
  @TestFactory
  List<DynamicTest> agreesWithScikitLearn() throws IOException {
    Path folder = SharedData.require("reference");
    JsonNode cases = new ObjectMapper().readTree(folder.resolve("hdbscan.json").toFile());
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode each : cases) {
      tests.add(DynamicTest.dynamicTest(each.get("name").asText(), () -> compare(folder, each)));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(10);
    return tests;
  }

  private static void compare(Path folder, JsonNode each) {
    NpyFile points = NpyFile.read(folder.resolve(each.get("points").asText() + ".npy"));
    int[] expected = NpyFile.read(folder.resolve(each.get("name").asText() + "_labels.npy")).ints();
    HdbscanResult result;
    try (Workers workers = Workers.of(2)) {
      result =
          Hdbscan.cluster(
              points.floats(), points.shape()[1], parameters(each), workers, Progress.NONE);
    }
    JsonNode spread = each.get("shuffled");
    assertThat(result.spanningTree().totalWeight())
        .isCloseTo(
            each.get("mst_weight").asDouble(), within(1e-6 * each.get("mst_weight").asDouble()));
    assertThat(LabelMatching.pointsChanged(expected, result.labels()))
        .isLessThanOrEqualTo(spread.get("points_changed_max").asInt());
    assertThat(result.clusters())
        .isBetween(spread.get("clusters").get(0).asInt(), spread.get("clusters").get(1).asInt());
    // The stored run itself belongs to the spread: its noise may lie beside that of the
    // reorderings.
    int noise = each.get("noise").asInt();
    assertThat(result.noise())
        .isBetween(
            Math.min(noise, spread.get("noise").get(0).asInt()),
            Math.max(noise, spread.get("noise").get(1).asInt()));
  }

  private static HdbscanParameters parameters(JsonNode each) {
    int size = each.get("min_cluster_size").asInt();
    HdbscanParameters parameters =
        HdbscanParameters.of(size, each.path("cluster_selection_epsilon").asDouble(0))
            .withMinSamples(each.path("min_samples").asInt(size));
    return each.path("cluster_selection_method").asText("eom").equals("leaf")
        ? parameters.withSelection(HdbscanParameters.Selection.LEAF)
        : parameters;
  }
}

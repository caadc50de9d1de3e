package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFilesTest {
  private static final TruthObject CUP = new TruthObject("cup, \"blue\"", Level.COARSE);
  private static final TruthObject HANDLE = new TruthObject("handle", Level.FINE);

  @TempDir private Path folder;

  private static ObjectScore score(String method, TruthObject object, Level level, double... ious) {
    List<ViewScore> views =
        IntStream.range(0, ious.length)
            .mapToObj(i -> new ViewScore("v" + i, i == 0, true, ious[i], ious[i] / 2))
            .toList();
    return new ObjectScore(method, object, level, "v0", views, Double.NaN);
  }

  private static SceneScores scene(String name, double shift) {
    return new SceneScores(
        name,
        "plain",
        List.of(
            score("propagation", CUP, Level.COARSE, 0.8 + shift, 0.6 + shift),
            score("propagation", CUP, Level.FINE, 0.2, 0.2),
            score("propagation", HANDLE, Level.COARSE, 0.9, 0.9),
            score("propagation", HANDLE, Level.FINE, 0.5),
            score("lifting", CUP, Level.COARSE, 0.4, 0.2)),
        List.of("a warning"));
  }

  @Test
  void meansAreOverObjectsThenOverScenes() {
    SceneScores first = scene("one", 0);
    assertThat(first.mean("propagation", Optional.empty(), Metric.IOU, true).orElseThrow())
        .isCloseTo((0.7 + 0.5) / 2, within(1e-12));
    assertThat(first.mean("propagation", Optional.empty(), Metric.IOU, false).orElseThrow())
        .isCloseTo(0.6, within(1e-12));
    assertThat(
            first
                .mean("propagation", Optional.of(Level.FINE), Metric.BOUNDARY_IOU, true)
                .orElseThrow())
        .isCloseTo(0.25, within(1e-12));
    assertThat(first.meanBestOfBoth("propagation", true).orElseThrow())
        .isCloseTo((0.7 + 0.9) / 2, within(1e-12));
    assertThat(first.mean("lifting", Optional.of(Level.FINE), Metric.IOU, true)).isEmpty();
    List<SceneScores> both = List.of(first, scene("two", 0.1));
    assertThat(SceneScores.average(both, "propagation", Optional.empty(), Metric.IOU).orElseThrow())
        .isCloseTo((0.6 + 0.65) / 2, within(1e-12));
  }

  @Test
  void jsonHoldsEverything() throws IOException {
    Path file = folder.resolve("scores.json");
    ScoreFiles.writeJson(file, List.of(scene("one", 0)));
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    assertThat(root.get("version").asInt()).isEqualTo(1);
    JsonNode scene = root.get("scenes").get(0);
    assertThat(scene.get("warnings").get(0).asText()).isEqualTo("a warning");
    JsonNode means = scene.get("means").get(0);
    assertThat(means.get("coarse").asDouble()).isCloseTo(0.7, within(1e-12));
    assertThat(means.get("allWithoutReference").asDouble()).isCloseTo(0.6, within(1e-12));
    assertThat(means.get("bestOfBoth").asDouble()).isCloseTo(0.8, within(1e-12));
    assertThat(scene.get("means").get(1).get("fine").isNull()).isTrue();
    JsonNode score = scene.get("scores").get(3);
    assertThat(score.get("usedLevel").asText()).isEqualTo("fine");
    assertThat(score.get("iouWithoutReference").isNull()).isTrue();
    assertThat(score.get("falseArea").isNull()).isTrue();
    assertThat(score.get("views").get(0).get("iou").asDouble()).isEqualTo(0.5);
  }

  @Test
  void csvQuotesWhatNeedsIt() throws IOException {
    Path file = folder.resolve("scores.csv");
    ScoreFiles.writeCsv(file, List.of(scene("one", 0)));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 9);
    assertThat(lines.get(1))
        .isEqualTo(
            "one,plain,propagation,\"cup, \"\"blue\"\"\",coarse,coarse,v0,true,true,"
                + "0.800000,0.400000");
  }

  @Test
  void tablesShowObjectsMethodsAndScenes() {
    SceneScores first = scene("one", 0);
    assertThat(ScoreTable.byObject(first, Metric.IOU))
        .isEqualTo(
            """
            | object | level | propagation | lifting |
            | --- | --- | --- | --- |
            | cup, "blue" | coarse | 0.700 | 0.300 |
            | handle | fine | 0.500 | – |
            """);
    assertThat(ScoreTable.summary(first))
        .contains("| propagation | 0.700 | 0.500 | 0.600 | 0.600 | 0.300 | 0.800 |");
    assertThat(ScoreTable.byScene(List.of(first, scene("two", 0.1))))
        .contains("| propagation | 0.600 | 0.650 | 0.625 |")
        .contains("| lifting | 0.300 | 0.300 | 0.300 |");
  }
}

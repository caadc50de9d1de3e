package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command once, on a scene so small that little is learnt: the way must be open. */
class WholeWayTest {

  @TempDir private static Path folder;

  private static String scene;
  private static String run;

  @BeforeAll
  static void sampleAndTrain() throws Exception {
    scene = folder.resolve("scene").toString();
    run = folder.resolve("run").toString();
    JsonNode sample =
        answer(
            "sample",
            "--out",
            scene,
            "--gaussians",
            "2000",
            "--views",
            "6",
            "--width",
            "64",
            "--height",
            "48",
            "--noise",
            "0");
    assertThat(sample.get("objects").asInt()).isGreaterThanOrEqualTo(12);
    JsonNode trained =
        answer(
            "train",
            scene,
            "--masks",
            sample.get("masks").asText(),
            "--run",
            run,
            "--hold-out",
            "3",
            "--iterations",
            "6",
            "--set",
            "pixels=200",
            "--set",
            "pixels.uniform=50",
            "--set",
            "gfl.start=100");
    assertThat(trained.get("iterations").asInt()).isEqualTo(6);
    assertThat(trained.get("test_views")).hasSize(2);
  }

  @Test
  void finishedRunIsNotOverwritten() {
    TestTerminal terminal = new TestTerminal();
    String masks = folder.resolve("scene/clickgaussian/masks/simulated").toString();
    assertThat(terminal.run("train", scene, "--masks", masks, "--run", run)).isEqualTo(1);
    assertThat(terminal.err.toString()).contains("--resume");
  }

  @Test
  void finishedRunResumesToItself() throws Exception {
    JsonNode resumed = answer("train", scene, "--run", run, "--resume");
    assertThat(resumed.get("iterations").asInt()).isEqualTo(6);
  }

  @Test
  void everyModeIsRendered() throws Exception {
    JsonNode answer =
        answer(
            "render",
            scene,
            "--view",
            "test",
            "--run",
            run,
            "--mode",
            "pca-coarse,pca-fine,clusters-coarse,clusters-fine",
            "--out",
            folder.resolve("pictures").toString());
    assertThat(answer.get("pictures")).hasSize(8);
  }

  @Test
  void clickSplitsTheSceneInTwo() throws Exception {
    Path selected = folder.resolve("selected.ply");
    Path rest = folder.resolve("rest.ply");
    JsonNode answer =
        answer(
            "click",
            scene,
            "--run",
            run,
            "--view",
            "view000",
            "--at",
            "32,30",
            "--threshold",
            "-1",
            "--mask",
            folder.resolve("mask.png").toString(),
            "--out",
            selected.toString(),
            "--out-rest",
            rest.toString());
    if (answer.get("nothing_there").asBoolean()) {
      assertThat(selected).doesNotExist();
      return;
    }
    int count = answer.get("gaussians").asInt();
    assertThat(answer("info", selected.toString()).at("/splat/gaussians").asInt()).isEqualTo(count);
    assertThat(answer("info", rest.toString()).at("/splat/gaussians").asInt())
        .isEqualTo(2000 - count);
  }

  @Test
  void masksAreImportedAndChecked() throws Exception {
    String masks = folder.resolve("scene/clickgaussian/masks/simulated").toString();
    String copy = folder.resolve("imported").toString();
    JsonNode imported = answer("masks", "import", masks, "--scene", scene, "--out", copy);
    assertThat(imported.get("photos")).hasSize(6);
    JsonNode checked = answer("masks", "check", scene, "--masks", copy);
    assertThat(checked.get("views")).hasSize(6);
    JsonNode first = checked.at("/views/0");
    assertThat(first.at("/coarse/segments").asInt()).isPositive();
    assertThat(first.at("/fine").has("agreement")).isTrue();
    assertThat(checked.has("leave_out")).isTrue();
  }

  @Test
  void viewsLeftOutAreStoredInTheRun() throws Exception {
    String masks = folder.resolve("scene/clickgaussian/masks/simulated").toString();
    Path other = folder.resolve("other-run");
    answer(
        "train",
        scene,
        "--masks",
        masks,
        "--run",
        other.toString(),
        "--leave-out",
        "view001,view004",
        "--iterations",
        "2",
        "--set",
        "pixels=100",
        "--set",
        "pixels.uniform=20",
        "--set",
        "gfl.start=100");
    JsonNode config = new ObjectMapper().readTree(other.resolve("config.json").toFile());
    assertThat(config.get("left_out_views")).hasToString("[\"view001\",\"view004\"]");
    assertThat(config.get("training_views")).hasSize(4);
    TestTerminal terminal = new TestTerminal();
    assertThat(
            terminal.run(
                "train", scene, "--masks", masks, "--run", other + "2", "--leave-out", "nowhere"))
        .isEqualTo(1);
    assertThat(terminal.err.toString()).contains("nowhere");
  }

  @Test
  void viewsTickedOutWithTheMasksAreNotLearntFrom() throws Exception {
    Path copy = folder.resolve("ticked");
    String masks = folder.resolve("scene/clickgaussian/masks/simulated").toString();
    answer("masks", "import", masks, "--scene", scene, "--out", copy.toString());
    new LeftOutViews(List.of("view002")).write(copy);
    assertThat(answer("masks", "check", scene, "--masks", copy.toString()).get("left_out_already"))
        .hasToString("[\"view002\"]");
    JsonNode trained = tinyTraining(copy, "ticked-run");
    assertThat(trained.get("left_out_views")).hasToString("[\"view002\"]");
    assertThat(trained.get("training_views").asInt()).isEqualTo(5);
    assertThat(tinyTraining(copy, "whole-run", "--all-views").get("left_out_views")).isEmpty();
  }

  @Test
  void memoryIsToldAndChangesNoBit() throws Exception {
    Path masks = folder.resolve("scene/clickgaussian/masks/simulated");
    JsonNode kept = tinyTraining(masks, "kept-run", "--backend", "cpu", "--blend-weights", "kept");
    assertThat(kept.get("memory").asText()).isEqualTo("blend weights are kept");
    JsonNode recomputed =
        tinyTraining(masks, "less-run", "--backend", "cpu", "--blend-weights", "recomputed");
    assertThat(recomputed.get("memory").asText())
        .isEqualTo("blend weights are computed anew for each iteration");
    String features = "features.safetensors";
    assertThat(folder.resolve("less-run").resolve(features))
        .hasSameBinaryContentAs(folder.resolve("kept-run").resolve(features));
    TestTerminal terminal = new TestTerminal();
    String other = folder.resolve("memory-run").toString();
    List<String> command =
        List.of("train", scene, "--masks", masks.toString(), "--run", other, "--memory");
    List<String> tooLittle = new ArrayList<>(command);
    tooLittle.add("1KB");
    assertThat(terminal.run(tooLittle.toArray(String[]::new))).isEqualTo(1);
    assertThat(terminal.err.toString()).contains("may be used; lower pixels");
    List<String> noAmount = new ArrayList<>(command);
    noAmount.add("much");
    assertThat(terminal.run(noAmount.toArray(String[]::new))).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("\"much\" is no amount of memory");
  }

  private static JsonNode tinyTraining(Path masks, String run, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("train", scene, "--masks", masks.toString(), "--iterations", "2"));
    arguments.addAll(List.of("--run", folder.resolve(run).toString(), "--set", "pixels=100"));
    arguments.addAll(List.of("--set", "pixels.uniform=20", "--set", "gfl.start=100"));
    arguments.addAll(List.of(more));
    return answer(arguments.toArray(String[]::new));
  }

  @Test
  void bareSplatBecomesAScene() throws Exception {
    Path spz = folder.resolve("bare/thing.spz");
    try (Workers workers = Workers.of(1);
        GaussianScene thing = TinyScenes.random(200, 3, 1)) {
      SplatFormats.write(thing, spz, workers, Progress.NONE);
    }
    String out = folder.resolve("planned").toString();
    JsonNode planned =
        answer("views", spz.toString(), "--out", out, "--count", "5", "--size", "48x32");
    assertThat(planned.get("views")).hasSize(5);
    JsonNode info = answer("info", out);
    assertThat(info.at("/splat/format").asText()).isEqualTo("SPZ");
    assertThat(info.at("/cameras/photos").asInt()).isEqualTo(5);
    TestTerminal terminal = new TestTerminal();
    assertThat(terminal.run("views", spz.toString(), "--out", out)).isEqualTo(1);
    assertThat(terminal.err.toString()).contains("holds something already");
    assertThat(terminal.run("views", spz.toString(), "--out", out, "--size", "big")).isEqualTo(2);
    assertThat(terminal.run("views", spz.toString(), "--out", out, "--up", "w")).isEqualTo(2);
  }

  @Test
  void pointOutsideIsWrongUsage() {
    TestTerminal terminal = new TestTerminal();
    assertThat(terminal.run("click", scene, "--run", run, "--view", "view000", "--at", "64,0"))
        .isEqualTo(2);
    assertThat(terminal.err.toString()).contains("64 × 48");
  }

  @Test
  void scoresStandBesideTheCeiling() throws Exception {
    String truth = folder.resolve("scene/clickgaussian/truth/exact").toString();
    JsonNode means =
        answer("evaluate", scene, "--run", run, "--truth", truth).at("/scenes/0/means");
    JsonNode ceiling = null;
    for (JsonNode method : means) {
      ceiling = method.get("method").asText().equals("ceiling") ? method : ceiling;
    }
    assertThat(ceiling).isNotNull();
    assertThat(ceiling.get("all").asDouble()).isGreaterThan(0.5);
    assertThat(folder.resolve("run/report/scores.csv")).isNotEmptyFile();
  }

  private static JsonNode answer(String... arguments) throws Exception {
    TestTerminal terminal = new TestTerminal();
    String[] all =
        Stream.concat(Arrays.stream(arguments), Stream.of("--json")).toArray(String[]::new);
    assertThat(terminal.run(all)).as("%s: %s", arguments[0], terminal.err).isZero();
    return new ObjectMapper().readTree(terminal.out.toString());
  }
}

package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir private Path folder;

  private final TestTerminal terminal = new TestTerminal();

  @BeforeEach
  void makeRuns() throws IOException {
    for (int weight : List.of(0, 10)) {
      RunFolder run = new RunFolder(folder.resolve("gfl-" + weight));
      Files.createDirectories(run.path());
      new RunConfig(
              "room",
              new SceneFingerprint(1, "00000000"),
              "masks",
              List.of("a"),
              List.of(),
              List.of(),
              "cpu",
              TrainingSettings.defaults(0).with(Hyperparameter.GLOBAL_WEIGHT, weight))
          .write(run.config());
      Files.writeString(run.metrics(), "iteration,seconds,loss/total\n1,2,3\n2,4,1\n");
    }
    Files.createDirectories(folder.resolve("odd"));
    Files.writeString(folder.resolve("odd/config.json"), "{");
  }

  @Test
  void listShowsChosenColumnsAndTellsOfBrokenRuns() throws Exception {
    assertThat(terminal.run("runs", "list", folder.toString())).isZero();
    assertThat(terminal.out.toString()).contains("gfl-0", "stopped", "broken");
    assertThat(terminal.err.toString()).contains("odd is broken", "config.json");
    TestTerminal json = new TestTerminal();
    int status =
        json.run(
            "runs",
            "list",
            folder.toString(),
            "--filter",
            "gfl.weight>5",
            "--columns",
            "name,gfl.weight,loss/total",
            "--json");
    assertThat(status).isZero();
    JsonNode runs = new ObjectMapper().readTree(json.out.toString()).get("runs");
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).get("gfl.weight").asDouble()).isEqualTo(10);
    assertThat(runs.get(0).get("loss/total").asDouble()).isEqualTo(1);
    assertThat(new TestTerminal().run("runs", "list", folder.toString(), "--columns", "x"))
        .isEqualTo(2);
  }

  @Test
  void compareWritesTheFormatOfTheEnding() throws Exception {
    Path out = folder.resolve("out/table.tex");
    assertThat(terminal.run("runs", "compare", folder.toString(), "--out", out.toString()))
        .isZero();
    assertThat(Files.readString(out)).contains("\\toprule", "gfl.weight", "gfl-10");
    assertThat(terminal.err.toString()).contains("was not evaluated");
    TestTerminal wrong = new TestTerminal();
    assertThat(wrong.run("runs", "compare", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(wrong.err.toString()).contains("is no folder");
  }

  @Test
  void reportIsOneFile() throws Exception {
    Path out = folder.resolve("report.html");
    assertThat(terminal.run("runs", "report", folder.toString(), "--out", out.toString())).isZero();
    assertThat(Files.readString(out)).contains("<svg", "Total loss", "gfl-10");
    assertThat(new TestTerminal().run("runs")).isEqualTo(2);
  }
}

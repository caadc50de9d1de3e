package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.clickgaussian.experiment.RunRecord.State;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Hyperparameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  private static final SceneFingerprint PRINT = new SceneFingerprint(1, "00000000");

  @TempDir private Path folder;
  private RunFolders runs;
  private final RunStore store = new RunStore();

  @BeforeEach
  void prepare() {
    runs = new RunFolders(folder);
  }

  @Test
  void aFinishedRunTellsWhatItMeasuredAndScored() throws IOException {
    RunFolder run = runs.finished("one", 3, Map.of());
    RunFolders.score(run, 0.9, 0.7, 0.5);
    RunRecord record = store.read(run.path());
    assertThat(record.state()).isEqualTo(State.FINISHED);
    assertThat(record.iteration()).isEqualTo(20);
    assertThat(record.seconds()).isEqualTo(10);
    assertThat(record.last("loss/total")).isEqualTo(1.3);
    assertThat(record.last("no such column")).isNaN();
    assertThat(record.scores().orElseThrow().objects())
        .containsExactly(RunFolders.CUP, RunFolders.HANDLE);
    assertThat(record.warnings()).isEmpty();
    assertThat(record.progress()).isEqualTo("finished");
  }

  @Test
  void aBrokenRunIsListedWithItsReasonAndHidesNoOther() throws IOException {
    runs.finished("good", 0, Map.of());
    RunFolder unknown = runs.finished("unknown", 0, Map.of());
    Files.writeString(
        unknown.config(), Files.readString(unknown.config()).replace("gfl.weight", "gfl.wait"));
    RunFolder range = runs.finished("range", 0, Map.of());
    Files.writeString(
        range.config(),
        Files.readString(range.config())
            .replace("\"learning-rate\" : 0.01", "\"learning-rate\" : -1"));
    RunFolder missing = runs.finished("without", 0, Map.of());
    Files.delete(missing.config());
    List<RunRecord> all = store.list(folder);
    assertThat(all)
        .extracting(RunRecord::name)
        .containsExactly("good", "range", "unknown", "without");
    assertThat(all).extracting(RunRecord::state).filteredOn(State.BROKEN::equals).hasSize(3);
    assertThat(all.get(1).problem()).contains("config.json", "learning-rate = -1 is not allowed");
    assertThat(all.get(2).problem()).contains("config.json", "no setting \"gfl.wait\"");
    assertThat(all.get(3).problem()).contains("config.json: is missing");
  }

  @Test
  void metricsThatWereCutOffTellTheLastWholeRow() throws IOException {
    RunFolder run = runs.finished("cut", 0, Map.of());
    String text = Files.readString(run.metrics());
    Files.writeString(run.metrics(), text.substring(0, text.length() - 5));
    assertThat(store.read(run.path()).iteration()).isEqualTo(19);
    Files.writeString(run.metrics(), text + "21,rubbish\n");
    RunRecord odd = store.read(run.path());
    assertThat(odd.state()).isEqualTo(State.FINISHED);
    assertThat(odd.warnings()).singleElement().asString().contains("metrics.csv", "the last line");
    Files.writeString(run.metrics(), "itera");
    assertThat(store.read(run.path()).lastMetrics()).isEmpty();
    Files.writeString(run.metrics(), "");
    assertThat(store.read(run.path()).lastMetrics()).isEmpty();
  }

  @Test
  void statesFollowLockAndCheckpoint() throws IOException {
    RunFolder run = runs.begun("run", 0, Map.of(Hyperparameter.GLOBAL_WEIGHT, 3.0), PRINT);
    assertThat(store.read(run.path()).progress()).isEqualTo("stopped at iteration 0 of 20");
    try (RunFolder.Hold hold = run.hold()) {
      assertThat(store.read(run.path()).state()).isEqualTo(State.TRAINING);
    }
    assertThat(store.read(run.path()).state()).isEqualTo(State.STOPPED);
    Files.createDirectories(run.checkpoint().getParent());
    Files.writeString(run.checkpoint(), "no tensors");
    assertThat(store.read(run.path()).state()).isEqualTo(State.BROKEN);
    assertThat(store.read(run.path()).problem()).contains("state.safetensors");
  }

  @Test
  void filesAreReadAgainWhenTheyChanged() throws IOException {
    RunFolder run = runs.finished("run", 0, Map.of());
    FileTime before = Files.getLastModifiedTime(run.metrics());
    assertThat(store.read(run.path()).iteration()).isEqualTo(20);
    Files.writeString(run.metrics(), Files.readString(run.metrics()) + "21,11,1,1\n");
    Files.setLastModifiedTime(run.metrics(), before);
    assertThat(store.read(run.path()).iteration()).isEqualTo(21);
  }

  @Test
  void placesAreScenesFoldersOfRunsOrRuns() throws IOException {
    RunFolders ofScene = new RunFolders(folder.resolve("scene/clickgaussian/runs"));
    RunFolder run = ofScene.finished("a", 0, Map.of());
    Files.createDirectories(run.path().resolveSibling("empty"));
    assertThat(store.list(folder.resolve("scene")))
        .extracting(RunRecord::state)
        .containsExactly(State.FINISHED, State.BROKEN);
    assertThat(store.list(run.path())).hasSize(1);
    assertThat(store.list(run.path().getParent())).hasSize(1);
    assertThat(store.list(folder)).isEmpty();
    assertThatThrownBy(() -> store.list(folder.resolve("nowhere")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void scoresThatCannotBeReadAreAWarning() throws IOException {
    RunFolder run = runs.finished("run", 0, Map.of());
    RunFolders.score(run, 0.9, 0.7, 0.5);
    Path json = run.report().resolve("scores.json");
    String text = Files.readString(json);
    for (String damaged :
        List.of(
            text.substring(0, text.length() / 2),
            text.replace("\"version\" : 1", "\"version\" : 99"),
            text.replace("\"coarse\"", "\"rough\""),
            text.replace("\"iou\" : 0.9", "\"iou\" : \"much\""),
            "[]",
            "")) {
      Files.writeString(json, damaged);
      RunRecord record = store.read(run.path());
      assertThat(record.scores()).as(damaged).isEmpty();
      assertThat(record.warnings()).singleElement().asString().contains("scores.json");
    }
  }
}

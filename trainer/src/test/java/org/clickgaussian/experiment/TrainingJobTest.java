package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.View;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingJobTest {
  private static final int ITERATIONS = 24;

  @TempDir private Path folder;

  private static RunConfig config(TinyTraining training, TrainingSettings settings) {
    List<String> views = training.scene().views().stream().map(View::key).toList();
    return new RunConfig(
        "tiny",
        SceneFingerprint.of(training.scene().gaussians()),
        "stripes",
        views,
        List.of(),
        List.of(),
        "cpu",
        settings);
  }

  private RunFolder train(String name, int threads, boolean resume, Progress progress) {
    RunFolder run = new RunFolder(folder.resolve(name));
    try (TinyTraining training = new TinyTraining(900, threads)) {
      RunConfig config = config(training, TinyTraining.settings(ITERATIONS));
      new TrainingJob(training.scene(), config, run, training.workers()).run(resume, progress);
    }
    return run;
  }

  private static Progress cancelAt(int calls) {
    AtomicInteger count = new AtomicInteger();
    return (fraction, message) -> {
      if (message.startsWith("iteration") && count.incrementAndGet() == calls) {
        throw new CancelledException("cancelled by the test");
      }
    };
  }

  @Test
  void aRunLeavesAllItsFiles() {
    RunFolder run = train("whole", 2, false, Progress.NONE);
    assertThat(run.features()).exists();
    assertThat(run.clusters()).exists();
    assertThat(run.summary()).exists();
    assertThat(run.checkpoint()).exists();
    List<MetricsRow> rows = MetricsLog.read(run.metrics());
    assertThat(rows).hasSize(ITERATIONS);
    assertThat(rows.getLast().iteration()).isEqualTo(ITERATIONS);
    assertThat(rows.getFirst().values().get("gfl/assigned-coarse")).isNaN();
    assertThat(rows.getLast().values().get("gfl/assigned-coarse")).isNotNaN();
    assertThat(rows.getLast().values().get("loss/total"))
        .isLessThan(rows.getFirst().values().get("loss/total"));
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws IOException {
    byte[] one = Files.readAllBytes(train("one", 1, false, Progress.NONE).features());
    byte[] two = Files.readAllBytes(train("two", 2, false, Progress.NONE).features());
    byte[] five = Files.readAllBytes(train("five", 5, false, Progress.NONE).features());
    assertThat(two).isEqualTo(one);
    assertThat(five).isEqualTo(one);
  }

  /** 7: before global guidance; 17: with candidates; 20: on a checkpoint; 24: the last. */
  @ParameterizedTest
  @CsvSource({"1", "7", "17", "20", "24"})
  void aCancelledRunGoesOnToTheSameBits(int cancelledAt) throws IOException {
    byte[] whole = Files.readAllBytes(train("whole", 2, false, Progress.NONE).features());
    assertThatThrownBy(() -> train("cut", 2, false, cancelAt(cancelledAt)))
        .isInstanceOf(CancelledException.class);
    RunFolder run = train("cut", 1, true, Progress.NONE);
    assertThat(Files.readAllBytes(run.features())).isEqualTo(whole);
    assertThat(MetricsLog.read(run.metrics())).hasSize(ITERATIONS);
  }

  /** A kill leaves the last periodic checkpoint, and metrics that may be further and cut off. */
  @Test
  void aKilledRunGoesOnToTheSameBits() throws IOException {
    byte[] whole = Files.readAllBytes(train("whole", 2, false, Progress.NONE).features());
    Path copied = folder.resolve("killed");
    Progress copyAtTwelve =
        new Progress() {
          private final AtomicInteger count = new AtomicInteger();

          @Override
          public void update(double fraction, String message) {
            if (message.startsWith("iteration") && count.incrementAndGet() == 13) {
              KilledRun.copy(folder.resolve("source"), copied);
            }
          }
        };
    train("source", 2, false, copyAtTwelve);
    Files.writeString(copied.resolve("metrics.csv"), "iteration,loss/total\n1,0.5\n2,0.2");
    RunFolder run = train("killed", 2, true, Progress.NONE);
    assertThat(Files.readAllBytes(run.features())).isEqualTo(whole);
  }

  @Test
  void aFolderWithARunIsNotOverwritten() {
    train("kept", 1, false, Progress.NONE);
    assertThatThrownBy(() -> train("kept", 1, false, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--resume");
  }

  @Test
  void aRunOfAnotherSceneIsRefused() {
    RunFolder run = train("mine", 1, false, Progress.NONE);
    try (TinyTraining other = new TinyTraining(901, 1)) {
      assertThatThrownBy(() -> run.configFor(other.scene().gaussians()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another scene");
    }
  }

  @Test
  void twoTrainingsDoNotShareAFolder() {
    RunFolder run = new RunFolder(folder.resolve("held"));
    try (RunFolder.Hold hold = run.hold()) {
      assertThat(hold).isNotNull();
      assertThatThrownBy(() -> train("held", 1, false, Progress.NONE))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another training");
    }
  }

  @Test
  void configComesBackAsItWas() {
    try (TinyTraining training = new TinyTraining(20, 1)) {
      TrainingSettings settings =
          TinyTraining.settings(5).with(Hyperparameter.FINE_MARGIN, 0.123456789);
      RunConfig config = config(training, settings);
      Path file = folder.resolve("config.json");
      config.write(file);
      RunConfig read = RunConfig.read(file);
      assertThat(read.settings().seed()).isEqualTo(settings.seed());
      for (Hyperparameter parameter : Hyperparameter.values()) {
        assertThat(read.settings().get(parameter)).isEqualTo(settings.get(parameter));
      }
      assertThat(read.fingerprint()).isEqualTo(config.fingerprint());
      assertThat(read.trainingViews()).isEqualTo(config.trainingViews());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\": 2} | newer version",
        "{} | no version 1",
        "{\"version\": 1, \"settings\": {\"pixels\": -3}} | not allowed",
        "{\"version\": 1, \"settings\": {\"bogus\": 3}} | no setting",
        "{\"version\": 1, | JSON",
      })
  void oddConfigsAreRefusedInOneSentence(String text, String reason) throws IOException {
    Path file = folder.resolve("config.json");
    Files.writeString(file, text);
    assertThatThrownBy(() -> RunConfig.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }
}

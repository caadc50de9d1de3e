package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.scene.View;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.TrainingControl;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are changed, paused, stopped, killed and branched while they go on. */
class SteeredTrainingTest {
  private static final int ITERATIONS = 24;

  @TempDir private Path folder;

  /** Acts after given iterations, on the training thread. */
  private record After(IntConsumer action, List<SettingChange> heard) implements TrainingListener {
    After(IntConsumer action) {
      this(action, new ArrayList<>());
    }

    @Override
    public void iterationDone(TrainingState state, StepLosses losses) {
      action.accept(state.iteration());
    }

    @Override
    public void clustersFound(int iteration, GlobalClusters clusters) {}

    @Override
    public void settingsChanged(List<SettingChange> changes) {
      heard.addAll(changes);
    }

    @Override
    public void checkpointDue(TrainingState state) {}
  }

  private RunFolder folder(String name) {
    return new RunFolder(folder.resolve(name));
  }

  private RunFolder train(
      String name, boolean resume, TrainingControl control, IntConsumer afterIteration) {
    RunFolder run = folder(name);
    try (TinyTraining training = new TinyTraining(900, 2)) {
      RunConfig config =
          resume
              ? RunConfig.read(run.config())
              : new RunConfig(
                  "tiny",
                  SceneFingerprint.of(training.scene().gaussians()),
                  "stripes",
                  training.scene().views().stream().map(View::key).toList(),
                  List.of(),
                  List.of(),
                  "cpu",
                  TinyTraining.settings(ITERATIONS));
      new TrainingJob(training.scene(), config, run, training.workers())
          .run(resume, control, new After(afterIteration), Progress.NONE);
    }
    return run;
  }

  /** Changes settings after 6, 12 and 18 iterations. */
  private static IntConsumer changing(TrainingControl control) {
    return iteration -> {
      if (iteration == 6) {
        control.change(Hyperparameter.LEARNING_RATE, 0.02);
        control.change(Hyperparameter.FINE_MARGIN, 0.6);
      } else if (iteration == 12) {
        control.change(Hyperparameter.POSITIVE_WEIGHT, 2);
      } else if (iteration == 18) {
        control.change(Hyperparameter.GLOBAL_WEIGHT, 3);
        control.change(Hyperparameter.COARSE_EPSILON, 0.1);
      }
    };
  }

  private RunFolder trainChanged(String name) {
    TrainingControl control = new TrainingControl();
    return train(name, false, control, changing(control));
  }

  @Test
  void aChangeTakesEffectInTheNextIterationAndIsRecorded() throws IOException {
    RunFolder changed = trainChanged("changed");
    RunFolder plain = train("plain", false, new TrainingControl(), iteration -> {});
    List<SettingChange> recorded = SettingChanges.read(changed.changes()).all();
    assertThat(recorded)
        .containsExactly(
            new SettingChange(7, Hyperparameter.LEARNING_RATE, 0.01, 0.02),
            new SettingChange(7, Hyperparameter.FINE_MARGIN, 0.75, 0.6),
            new SettingChange(13, Hyperparameter.POSITIVE_WEIGHT, 5, 2),
            new SettingChange(19, Hyperparameter.GLOBAL_WEIGHT, 10, 3),
            new SettingChange(19, Hyperparameter.COARSE_EPSILON, 0.3, 0.1));
    List<MetricsRow> rows = MetricsLog.read(changed.metrics());
    List<MetricsRow> plainRows = MetricsLog.read(plain.metrics());
    assertThat(rows.get(5).values().get("loss/total"))
        .isEqualTo(plainRows.get(5).values().get("loss/total"));
    assertThat(rows.get(6).values().get("learning-rate")).isEqualTo(0.02);
    assertThat(rows.get(7).values().get("loss/total"))
        .isNotEqualTo(plainRows.get(7).values().get("loss/total"));
    assertThat(plain.changes()).doesNotExist();
    assertThat(Files.readAllBytes(changed.features()))
        .isNotEqualTo(Files.readAllBytes(plain.features()));
  }

  /**
   * A kill leaves a checkpoint before it (due after 5, 10, 15, 20 iterations) and what was recorded
   * since: the changes at 7, 13 and 19 are in part before, in part after the checkpoint.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 8, 14, 17, 19, 23})
  void aKilledRunMakesItsChangesAgainAndEndsWithTheSameBits(int killedAfter) throws IOException {
    RunFolder whole = trainChanged("whole");
    TrainingControl control = new TrainingControl();
    IntConsumer changing = changing(control);
    train(
        "source",
        false,
        control,
        iteration -> {
          if (iteration == killedAfter) {
            KilledRun.copy(folder("source").path(), folder("killed").path());
          }
          changing.accept(iteration);
        });
    // What happened after the kill: changes of settings that had not been made yet.
    TrainingControl second = new TrainingControl();
    IntConsumer changingAgain = changing(second);
    int ahead = SettingChanges.read(folder("killed").changes()).all().size();
    RunFolder run =
        train(
            "killed",
            true,
            second,
            iteration -> {
              if (ahead == 0 || iteration >= (ahead == 2 ? 12 : ahead == 3 ? 18 : 24)) {
                changingAgain.accept(iteration);
              }
            });
    assertThat(Files.readAllBytes(run.features())).isEqualTo(Files.readAllBytes(whole.features()));
    assertThat(Files.readAllBytes(run.clusters())).isEqualTo(Files.readAllBytes(whole.clusters()));
    assertThat(SettingChanges.read(run.changes())).isEqualTo(SettingChanges.read(whole.changes()));
    List<MetricsRow> rows = MetricsLog.read(run.metrics());
    assertThat(rows).hasSize(ITERATIONS);
    for (int i = 1; i < ITERATIONS; i++) {
      assertThat(rows.get(i).values().get("seconds"))
          .isGreaterThanOrEqualTo(rows.get(i - 1).values().get("seconds"));
    }
  }

  @Test
  void aStoppedRunKeepsItsCheckpointAndGoesOn() throws IOException {
    byte[] whole = Files.readAllBytes(trainChanged("whole").features());
    TrainingControl control = new TrainingControl();
    IntConsumer changing = changing(control);
    assertThatThrownBy(
            () ->
                train(
                    "stopped",
                    false,
                    control,
                    iteration -> {
                      changing.accept(iteration);
                      if (iteration == 13) {
                        control.stop();
                      }
                    }))
        .isInstanceOf(CancelledException.class);
    RunFolder run = folder("stopped");
    assertThat(Checkpoint.iteration(run.checkpoint())).isEqualTo(13);
    TrainingControl second = new TrainingControl();
    train("stopped", true, second, changing(second));
    assertThat(Files.readAllBytes(run.features())).isEqualTo(whole);
  }

  @Test
  void aPausedRunWaitsAtACheckpointAndChangesNoBit() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            train("whole", false, new TrainingControl(), iteration -> {}).features());
    TrainingControl control = new TrainingControl();
    List<Integer> checkpoints = new ArrayList<>();
    Progress endsThePause =
        (fraction, message) -> {
          if (message.equals("paused")) {
            checkpoints.add(Checkpoint.iteration(folder("paused").checkpoint()));
            control.goOn();
          }
        };
    try (TinyTraining training = new TinyTraining(900, 2)) {
      RunConfig config = RunConfig.read(folder("whole").config());
      TrainingListener pausing =
          new After(
              iteration -> {
                if (iteration == 8) {
                  control.pause();
                }
              });
      new TrainingJob(training.scene(), config, folder("paused"), training.workers())
          .run(false, control, pausing, endsThePause);
    }
    assertThat(checkpoints).containsExactly(8);
    assertThat(Files.readAllBytes(folder("paused").features())).isEqualTo(whole);
  }

  @Test
  void theLayoutOfARunCannotBeChangedInFlight() {
    TrainingControl control = new TrainingControl();
    assertThatThrownBy(() -> control.change(Hyperparameter.DIMENSIONS, 16))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dimensions cannot be changed");
    assertThatThrownBy(() -> control.change(Hyperparameter.SPATIAL_WEIGHT, -1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not allowed");
    assertThat(control.takeChanges()).isEmpty();
  }

  /** A branch with a weight changed ends with the bits of a run that was changed there. */
  @Test
  void aBranchGoesOnFromTheCheckpointWithOtherSettings() throws IOException {
    TrainingControl stopping = new TrainingControl();
    assertThatThrownBy(
            () ->
                train(
                    "trunk",
                    false,
                    stopping,
                    iteration -> {
                      if (iteration == 6) {
                        stopping.change(Hyperparameter.FINE_MARGIN, 0.6);
                      } else if (iteration == 12) {
                        stopping.stop();
                      }
                    }))
        .isInstanceOf(CancelledException.class);
    TrainingSettings wanted =
        TinyTraining.settings(ITERATIONS)
            .with(Hyperparameter.FINE_MARGIN, 0.6)
            .with(Hyperparameter.POSITIVE_WEIGHT, 2);
    int iteration = RunBranch.create(folder("trunk"), folder("branch"), wanted);
    assertThat(iteration).isEqualTo(12);
    assertThat(MetricsLog.read(folder("branch").metrics())).hasSize(12);
    train("branch", true, new TrainingControl(), done -> {});

    TrainingControl control = new TrainingControl();
    RunFolder whole =
        train(
            "whole",
            false,
            control,
            done -> {
              if (done == 6) {
                control.change(Hyperparameter.FINE_MARGIN, 0.6);
              } else if (done == 12) {
                control.change(Hyperparameter.POSITIVE_WEIGHT, 2);
              }
            });
    RunFolder branch = folder("branch");
    assertThat(Files.readAllBytes(branch.features()))
        .isEqualTo(Files.readAllBytes(whole.features()));
    assertThat(SettingChanges.read(branch.changes()))
        .isEqualTo(SettingChanges.read(whole.changes()));
    RunConfig config = RunConfig.read(branch.config());
    assertThat(config.parent()).contains(new RunParent(folder("trunk").path().toString(), 12));
    assertThat(config.settings().get(Hyperparameter.POSITIVE_WEIGHT)).isEqualTo(5);
  }

  @Test
  void aBranchThatCannotBeIsRefused() {
    TrainingSettings settings = TinyTraining.settings(ITERATIONS);
    train("trunk", false, new TrainingControl(), iteration -> {});
    RunFolder trunk = folder("trunk");
    assertThatThrownBy(
            () ->
                RunBranch.create(
                    trunk, folder("a"), settings.with(Hyperparameter.COARSE_DIMENSIONS, 6)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dimensions.coarse");
    assertThatThrownBy(() -> RunBranch.create(trunk, folder("a"), TinyTraining.settings(4)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("too few");
    assertThatThrownBy(() -> RunBranch.create(trunk, trunk, settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("already holds a run");
    assertThat(folder("a").config()).doesNotExist();
  }

  /**
   * Where the temporary file should go lies a folder: as little can be written as on a full disk.
   */
  @Test
  void aCheckpointThatCannotBeWrittenLeavesTheOneBefore() {
    RunFolder run = folder("full");
    assertThatThrownBy(
            () ->
                train(
                    "full",
                    false,
                    new TrainingControl(),
                    iteration -> {
                      if (iteration <= 12) {
                        DueCheckpoint.await(run, iteration);
                      }
                      if (iteration == 12) {
                        obstruct(run);
                      }
                    }))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("the checkpoint before stays");
    assertThat(Checkpoint.iteration(run.checkpoint())).isEqualTo(10);
    assertThat(run.features()).doesNotExist();
    assertThat(run.isHeld()).isFalse();
  }

  /** Puts a folder where the thread that writes checkpoints will have its temporary file. */
  private static void obstruct(RunFolder run) {
    Thread writer =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("checkpoint"))
            .findFirst()
            .orElseThrow();
    String marker = ProcessHandle.current().pid() + "-" + writer.threadId();
    Path taken = run.checkpoint().resolveSibling(".state.safetensors." + marker + ".part");
    assertThat(taken.toFile().mkdir()).isTrue();
    assertThat(taken.resolve("x").toFile().mkdir()).isTrue();
  }

  @Test
  void aHeldFolderStaysHeldWhateverLooksAtIt() {
    RunFolder run = folder("held");
    assertThat(run.isHeld()).isFalse();
    try (RunFolder.Hold hold = run.hold()) {
      assertThat(hold).isNotNull();
      assertThat(run.isHeld()).isTrue();
      assertThatThrownBy(run::hold).hasMessageContaining("another training is writing");
      assertThat(run.isHeld()).isTrue();
    }
    assertThat(run.isHeld()).isFalse();
  }
}

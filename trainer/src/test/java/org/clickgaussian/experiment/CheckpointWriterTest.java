package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.MemoryForecast;
import org.clickgaussian.training.RemoteTables;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.Trainer;
import org.clickgaussian.training.TrainingControl;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that are written while the state goes on, on a disk as slow as the test likes. */
class CheckpointWriterTest {
  private static final StepLosses LOSSES = new StepLosses(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  @TempDir private Path folder;

  private final TinyTraining training = new TinyTraining(4098, 2);
  private final TrainingSettings settings = TinyTraining.settings(24);
  private final TrainingState state =
      Trainer.initialState(training.scene(), settings, training.workers());
  private final Semaphore disk = new Semaphore(0);
  private final List<Float> written = new ArrayList<>();

  @AfterEach
  void close() {
    state.close();
    training.close();
  }

  private Path file() {
    return folder.resolve("checkpoint").resolve("state.safetensors");
  }

  /** Writes a file for every permit, and notes the first feature. */
  private CheckpointWriter slow() {
    return new CheckpointWriter(
        file(),
        true,
        training.workers(),
        copy -> {
          disk.acquireUninterruptibly();
          written.add(copy.features().get(0, 0));
          Checkpoint.write(file(), copy);
        });
  }

  private TrainingState read() {
    return Checkpoint.read(file(), state.features().count(), settings.layout(), training.workers());
  }

  @Test
  void theFileHoldsTheStateAsItWasWhenItWasBegun() {
    state.optimizer().secondMoments().fill((byte) 17);
    try (CheckpointWriter writer = slow()) {
      byte[] table = state.features().table().toArray(ValueLayout.JAVA_BYTE);
      writer.begin(state);
      assertThat(writer.isBusy()).isTrue();
      assertThat(writer.hasCome()).isFalse();
      state.features().table().fill((byte) 1);
      state.optimizer().secondMoments().fill((byte) 2);
      disk.release();
      writer.await();
      assertThat(writer.isBusy()).isFalse();
      try (TrainingState read = read()) {
        assertThat(read.features().table().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(table);
        assertThat(read.optimizer().secondMoments().get(ValueLayout.JAVA_BYTE, 9))
            .isEqualTo((byte) 17);
      }
    }
  }

  @Test
  void aFileIsToldOnceWhenItIsWhole() {
    disk.release();
    try (CheckpointWriter writer = slow()) {
      assertThat(writer.hasCome()).isFalse();
      writer.begin(state);
      while (writer.isBusy()) {
        Thread.onSpinWait();
      }
      assertThat(file()).exists();
      assertThat(writer.hasCome()).isTrue();
      assertThat(writer.hasCome()).isFalse();
    }
  }

  @Test
  void keepingAStateWaitsForTheFileBeforeAndIsWholeAtOnce() {
    disk.release(2);
    try (CheckpointWriter writer = slow()) {
      state.features().set(0, 0, 5);
      writer.begin(state);
      state.features().set(0, 0, 6);
      writer.keep(state);
      assertThat(written).containsExactly(5f, 6f);
      try (TrainingState read = read()) {
        assertThat(read.features().get(0, 0)).isEqualTo(6);
      }
    }
  }

  @Test
  void anInterruptedTrainingLetsTheFileBecomeWhole() {
    try (CheckpointWriter writer = slow()) {
      writer.begin(state);
      Thread.currentThread().interrupt();
      releaseSoon();
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file()).exists();
  }

  private void releaseSoon() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              LockSupport.parkNanos(50_000_000);
              disk.release();
            });
  }

  @Test
  void whereThereIsNoRoomForACopyTheFileIsWrittenAtOnce() {
    disk.release();
    try (CheckpointWriter writer = new CheckpointWriter(file(), false, training.workers())) {
      writer.begin(state);
      assertThat(writer.isBusy()).isFalse();
      assertThat(file()).exists();
      assertThat(writer.hasCome()).isTrue();
    }
  }

  @Test
  void aFailureIsThrownOnceByWhateverComesNext() {
    CheckpointWriter writer =
        new CheckpointWriter(
            file(),
            true,
            training.workers(),
            copy -> {
              throw new InputException("no space left");
            });
    writer.begin(state);
    assertThatThrownBy(() -> writer.begin(state))
        .isInstanceOf(InputException.class)
        .hasMessage("no space left; there is no checkpoint yet: make room and begin again");
    writer.begin(state);
    assertThatThrownBy(writer::close).hasMessageStartingWith("no space left");
    writer.close();
  }

  /** A state that is learnt elsewhere is copied from there, and its own tables stay as they are. */
  @Test
  void whatIsLearntElsewhereIsBroughtStraightIntoTheCopy() {
    List<String> brought = new ArrayList<>();
    state.features().set(0, 0, 1);
    state.learntIn(
        new RemoteTables() {
          @Override
          public void bringFeatures(FeatureField to) {
            brought.add("features");
            to.set(0, 0, 7);
          }

          @Override
          public void bringMoments(AdamOptimizer to) {
            brought.add("moments");
          }

          @Override
          public void bringGradient(MemorySegment to) {
            brought.add("gradient");
          }
        });
    disk.release();
    try (CheckpointWriter writer = slow()) {
      writer.begin(state);
      writer.await();
      assertThat(brought).containsExactly("features", "moments");
      assertThat(written).containsExactly(7f);
    }
  }

  /** Counts the checkpoints that are told. */
  private record Counting(List<Integer> told) implements TrainingListener {
    @Override
    public void iterationDone(TrainingState after, StepLosses losses) {}

    @Override
    public void clustersFound(int iteration, GlobalClusters clusters) {}

    @Override
    public void checkpointDue(TrainingState after) {
      told.add(after.iteration());
    }
  }

  @Test
  void aCheckpointThatIsDueWhileTheDiskIsBusyIsTakenWhenItIsFree() {
    Counting observer = new Counting(new ArrayList<>());
    RunFolder run = new RunFolder(folder);
    try (CheckpointWriter writer = slow();
        MetricsLog log = MetricsLog.open(folder, 0)) {
      RunRecorder recorder = new RunRecorder(log, writer, new StageTimes(), observer);
      TrainingControl control = new TrainingControl();
      recorder.follow(new SteeredRun(run, settings, SettingChanges.NONE, control, recorder));
      state.features().set(0, 0, 1);
      recorder.checkpointDue(state);
      state.features().set(0, 0, 2);
      recorder.checkpointDue(state);
      recorder.iterationDone(state, LOSSES);
      assertThat(observer.told()).isEmpty();
      disk.release();
      while (writer.isBusy()) {
        Thread.onSpinWait();
      }
      state.features().set(0, 0, 3);
      recorder.iterationDone(state, LOSSES);
      assertThat(observer.told()).hasSize(1);
      disk.release();
      writer.await();
      recorder.iterationDone(state, LOSSES);
      assertThat(written).containsExactly(1f, 3f);
    }
  }

  @Test
  void theCopyIsForecastWhereItFits() {
    MemoryForecast forecast = MemoryForecast.of(training.scene(), settings);
    long copy = 3L * 4 * 4098 * settings.layout().dimensions();
    MemoryForecast with =
        forecast.withSnapshot(training.scene(), settings, forecast.total() + copy);
    assertThat(with.hasSnapshot()).isTrue();
    assertThat(with.total()).isEqualTo(forecast.total() + copy);
    MemoryForecast without =
        forecast.withSnapshot(training.scene(), settings, forecast.total() + copy - 1);
    assertThat(without.hasSnapshot()).isFalse();
    assertThat(without).isEqualTo(forecast);
  }
}

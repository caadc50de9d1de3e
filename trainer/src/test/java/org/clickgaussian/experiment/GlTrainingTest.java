package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.MemoryChoice;
import org.clickgaussian.training.PooledFeatures;
import org.clickgaussian.training.PoolingMatrix;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.TrainingControl;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.training.gl.GlLearner;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs on OpenGL: against the processor's, cut off, moved, and with a device that is lost.
 */
class GlTrainingTest {
  private static final int ITERATIONS = 24;

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void skipWithoutOpenGl() {
    GlTestContext.open().close();
  }

  private RunFolder train(String name, String backend, boolean resume, Progress progress) {
    RunFolder run = new RunFolder(folder.resolve(name));
    try (TinyTraining training = new TinyTraining(900, 2)) {
      new TrainingJob(
              training.scene(),
              TinyRun.config(training, backend, ITERATIONS),
              run,
              training.workers())
          .run(resume, notices::add, progress);
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

  private static double loss(RunFolder run, int iteration) {
    return MetricsLog.read(run.metrics()).get(iteration - 1).values().get("loss/total");
  }

  @Test
  void aRunIsThatOfTheProcessorAndTheSameTwice() throws IOException {
    RunFolder cpu = train("cpu", BackendChoice.CPU, false, Progress.NONE);
    RunFolder gl = train("gl", BackendChoice.GL, false, Progress.NONE);
    assertThat(RunConfig.read(gl.config()).backend()).isEqualTo("gl");
    assertThat(Files.readString(gl.summary())).contains("blend weights of 4 views kept there");
    // Adam divides by the gradient's size, so that a rounding of a small gradient moves a feature
    // as far as a large gradient does: what is equal at first drifts apart slowly.
    assertThat(loss(gl, 1)).isCloseTo(loss(cpu, 1), within(1e-4));
    for (int iteration = 2; iteration <= 10; iteration++) {
      assertThat(loss(gl, iteration)).isCloseTo(loss(cpu, iteration), within(2e-3));
    }
    assertThat(loss(gl, ITERATIONS)).isCloseTo(loss(cpu, ITERATIONS), within(0.05));
    assertThat(MetricsLog.read(gl.metrics()).getLast().values().get("gfl/assigned-coarse"))
        .isNotNaN();
    RunFolder again = train("again", BackendChoice.GL, false, Progress.NONE);
    assertThat(Files.readAllBytes(again.features())).isEqualTo(Files.readAllBytes(gl.features()));
    assertThat(notices).isEmpty();
  }

  @Test
  void aRunCutOffGoesOnToTheSameBits() throws IOException {
    RunFolder whole = train("whole", BackendChoice.GL, false, Progress.NONE);
    assertThatThrownBy(() -> train("cut", BackendChoice.GL, false, cancelAt(18)))
        .isInstanceOf(CancelledException.class);
    RunFolder cut = train("cut", BackendChoice.GL, true, Progress.NONE);
    assertThat(Files.readAllBytes(cut.features())).isEqualTo(Files.readAllBytes(whole.features()));
    assertThat(notices).isEmpty();
  }

  @Test
  void aRunMovesFromOneBackendToTheOther() {
    for (String first : List.of(BackendChoice.GL, BackendChoice.CPU)) {
      String second = first.equals(BackendChoice.GL) ? BackendChoice.CPU : BackendChoice.GL;
      String name = "from-" + first;
      RunFolder whole = train("whole-" + first, first, false, Progress.NONE);
      assertThatThrownBy(() -> train(name, first, false, cancelAt(12)))
          .isInstanceOf(CancelledException.class);
      notices.clear();
      RunFolder moved = train(name, second, true, Progress.NONE);
      assertThat(notices)
          .singleElement()
          .isEqualTo(
              "the run goes on on %s; its first 11 iterations were learnt on %s"
                  .formatted(second, first));
      assertThat(RunConfig.read(moved.config()).backend()).isEqualTo(second);
      assertThat(MetricsLog.read(moved.metrics())).hasSize(ITERATIONS);
      assertThat(loss(moved, 12)).isCloseTo(loss(whole, 12), within(2e-3));
      assertThat(loss(moved, ITERATIONS)).isCloseTo(loss(whole, ITERATIONS), within(0.05));
    }
  }

  /** Checkpoints are written after 5, 10, 15 iterations: three are lost and done again. */
  @Test
  void aRunWhoseDeviceIsLostGoesOnOnTheProcessor() {
    RunFolder run = new RunFolder(folder.resolve("lost"));
    List<String> learners = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    try (TinyTraining training = new TinyTraining(900, 2)) {
      List<GlContext> contexts = new ArrayList<>();
      TrainingJob.LearnerSource source =
          (request, scene, settings, workers, times, told, progress) -> {
            if (!request.backend().equals(BackendChoice.GL)) {
              return BackendChoice.open(request, scene, settings, workers, times, told, progress);
            }
            GlContext context = GlTestContext.open();
            contexts.add(context);
            return GlLearner.open(
                context, scene, settings, new int[0], workers, times, request.share());
          };
      RunConfig config = TinyRun.config(training, BackendChoice.GL, ITERATIONS);
      TrainingListener observer =
          new TrainingListener() {
            @Override
            public void iterationDone(TrainingState state, StepLosses losses) {
              DueCheckpoint.await(run, state.iteration());
              seen.add(state.iteration());
              if (seen.size() == 18) {
                contexts.getFirst().abandon("the test took the device away");
              }
            }

            @Override
            public void clustersFound(int iteration, GlobalClusters clusters) {
              assertThat(iteration).isLessThan(ITERATIONS);
            }

            @Override
            public void notice(String sentence) {
              notices.add(sentence);
            }

            @Override
            public void learnerOpened(String learner, Optional<String> reason) {
              learners.add(learner.split(" ")[0] + reason.map(why -> ": " + why).orElse(""));
            }

            @Override
            public void checkpointDue(TrainingState state) {
              assertThat(state.iteration()).isGreaterThan(5);
            }
          };
      new TrainingJob(training.scene(), config, run, training.workers(), MemoryChoice.FREE, source)
          .run(false, new TrainingControl(), observer, Progress.NONE);
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .matches(
            "the test took the device away; the training goes on on the processor after its first"
                + " 1[0-7] iterations");
    assertThat(learners).containsExactly("gl", "cpu: the test took the device away");
    // Checkpoints are written beside the training: the last may be some iterations late.
    assertThat(seen.subList(0, 18)).isEqualTo(fromTo(1, 18));
    assertThat(seen.subList(18, seen.size())).isEqualTo(fromTo(seen.get(18), ITERATIONS));
    requireEndedOnTheProcessor(run);
  }

  private static void requireEndedOnTheProcessor(RunFolder run) {
    assertThat(MetricsLog.read(run.metrics())).hasSize(ITERATIONS);
    assertThat(run.features()).exists();
    assertThat(RunConfig.read(run.config()).backend()).isEqualTo("cpu");
  }

  private static List<Integer> fromTo(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /** What a learner on a device does, but for an iteration whose losses do not arrive. */
  private record Failing(RunFolder run, Learner learner, int at, AtomicInteger finished)
      implements Learner {
    @Override
    public void begin(TrainingState state, StepInput input, LossSettings losses, double rate) {
      learner.begin(state, input, losses, rate);
    }

    @Override
    public StepLosses finish() {
      StepLosses losses = learner.finish();
      DueCheckpoint.await(run, finished.incrementAndGet());
      if (finished.get() == at) {
        throw new GlMemoryException("the device has no memory left for a command");
      }
      return losses;
    }

    @Override
    public PooledFeatures pool(TrainingState state, PoolingMatrix pooling, Level level) {
      return learner.pool(state, pooling, level);
    }

    @Override
    public String name() {
      return learner.name();
    }

    @Override
    public void close() {
      learner.close();
    }
  }

  /** The step of the 13th is taken on the device: kept as the 12th it would be taken twice. */
  @Test
  void aRunWhoseDeviceFailsAmidAnIterationKeepsNoHalfOfIt() {
    RunFolder run = new RunFolder(folder.resolve("failed"));
    try (TinyTraining training = new TinyTraining(900, 2)) {
      TrainingJob.LearnerSource source =
          (request, scene, settings, workers, times, told, progress) -> {
            Learner learner =
                BackendChoice.open(request, scene, settings, workers, times, told, progress);
            return request.backend().equals(BackendChoice.GL)
                ? new Failing(run, learner, 13, new AtomicInteger())
                : learner;
          };
      new TrainingJob(
              training.scene(),
              TinyRun.config(training, BackendChoice.GL, ITERATIONS),
              run,
              training.workers(),
              MemoryChoice.FREE,
              source)
          .run(false, notices::add, Progress.NONE);
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .matches(
            "the device has no memory left for a command; the training goes on on the processor"
                + " after its first (5|6|7|8|9|10|11|12) iterations");
    List<Integer> rows =
        MetricsLog.read(run.metrics()).stream().map(MetricsRow::iteration).toList();
    assertThat(rows).hasSize(ITERATIONS).doesNotHaveDuplicates();
  }
}

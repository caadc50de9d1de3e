package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.loss.KernelOptions;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.BlendWeightChoice;
import org.clickgaussian.training.CheckedLearner;
import org.clickgaussian.training.DeviceShare;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.MemoryChoice;
import org.clickgaussian.training.PooledFeatures;
import org.clickgaussian.training.PoolingMatrix;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.training.gl.GlLearner;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device whose memory is short gets less to do, in the order that is promised. */
class DeviceMemoryTest {
  private static final int ITERATIONS = 24;

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void skipWithoutOpenGl() {
    GlTestContext.open().close();
  }

  /** Has a learner's context take no more memory from the given iteration on, 0 for at once. */
  private record Squeezed(Learner learner, GlContext context, int at, AtomicInteger begun)
      implements Learner {
    @Override
    public void begin(TrainingState state, StepInput input, LossSettings losses, double rate) {
      if (begun.incrementAndGet() == at) {
        context.limitMemory(context.allocatedBytes());
      }
      learner.begin(state, input, losses, rate);
    }

    @Override
    public StepLosses finish() {
      return learner.finish();
    }

    @Override
    public Rasterizer rasterizer(Rasterizer given) {
      return learner.rasterizer(given);
    }

    @Override
    public PooledFeatures pool(TrainingState state, PoolingMatrix pooling, Level level) {
      return learner.pool(state, pooling, level);
    }

    @Override
    public Optional<DeviceShare> share() {
      return learner.share();
    }

    @Override
    public String name() {
      return learner.name();
    }

    @Override
    public String description() {
      return learner.description();
    }

    @Override
    public void close() {
      learner.close();
    }
  }

  /** Squeezes the contexts that are opened for a run, each at an iteration; later ones never. */
  private TrainingJob.LearnerSource squeezing(Integer... iterations) {
    Iterator<Integer> next = List.of(iterations).iterator();
    return (request, scene, settings, workers, times, told, progress) -> {
      if (!request.backend().equals(BackendChoice.GL)) {
        return BackendChoice.open(request, scene, settings, workers, times, told, progress);
      }
      GlContext context = GlTestContext.open();
      Learner learner =
          GlLearner.open(context, scene, settings, new int[0], workers, times, request.share());
      int at = next.hasNext() ? next.next() : -1;
      if (at == 0) {
        context.limitMemory(context.allocatedBytes());
      }
      return new Squeezed(learner, context, at, new AtomicInteger());
    };
  }

  /** What a faulty driver makes of the kernels. */
  private static TrainingJob.LearnerSource faulty(String kernel, String words, String others) {
    return (request, scene, settings, workers, times, told, progress) -> {
      if (!request.backend().equals(BackendChoice.GL)) {
        return BackendChoice.open(request, scene, settings, workers, times, told, progress);
      }
      GlContext context = GlTestContext.open();
      GlFaults.replace(context, kernel, words, others);
      GlLearner learner =
          GlLearner.open(context, scene, settings, new int[0], workers, times, request.share());
      KernelOptions options =
          new KernelOptions(settings.getInt(Hyperparameter.SPATIAL_SAMPLE), true);
      int count = scene.gaussians().count();
      return new CheckedLearner(
          learner,
          learner,
          "a card (driver 1.2)",
          () -> new KernelBackend(count, settings.layout(), new int[0], workers, options),
          workers,
          times);
    };
  }

  private RunFolder train(
      String name, String backend, MemoryChoice memory, TrainingJob.LearnerSource source) {
    return train(name, backend, memory, source, false, Progress.NONE);
  }

  private RunFolder train(
      String name,
      String backend,
      MemoryChoice memory,
      TrainingJob.LearnerSource source,
      boolean resume,
      Progress progress) {
    RunFolder run = new RunFolder(folder.resolve(name));
    try (TinyTraining training = new TinyTraining(900, 2)) {
      RunConfig config = TinyRun.config(training, backend, ITERATIONS);
      new TrainingJob(training.scene(), config, run, training.workers(), memory, source)
          .run(resume, notices::add, progress);
    }
    List<Integer> iterations =
        MetricsLog.read(run.metrics()).stream().map(MetricsRow::iteration).toList();
    assertThat(iterations).isEqualTo(IntStream.rangeClosed(1, ITERATIONS).boxed().toList());
    return run;
  }

  private static List<Double> losses(RunFolder run, int iterations) {
    return MetricsLog.read(run.metrics()).stream()
        .limit(iterations)
        .map(row -> row.values().get("loss/total"))
        .toList();
  }

  private static MemoryChoice limited(long bytes) {
    return new MemoryChoice(BlendWeightChoice.AUTO, OptionalLong.empty(), OptionalLong.of(bytes));
  }

  private static String summary(RunFolder run) {
    return text(run.summary());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The forecast is 1.8 MB, and 1.3 MB without the rasteriser; 85% of what is free may be used. */
  @Test
  void beforeTheStartTheDeviceIsGivenWhatFits() {
    RunFolder all = train("all", "gl", limited(4_000_000), BackendChoice::open);
    assertThat(notices).isEmpty();
    assertThat(summary(all)).contains("blend weights of 4 views kept there");
    RunFolder some = train("some", "gl", limited(2_500_000), BackendChoice::open);
    assertThat(notices).singleElement().asString().contains("MB fit on", "the rest is sent when");
    assertThat(summary(some)).containsPattern("blend weights of [123] views kept there");
    assertThat(losses(some, 10)).isEqualTo(losses(all, 10));
    notices.clear();
    RunFolder less = train("less", "gl", limited(1_800_000), BackendChoice::open);
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("scene and what a view sees of it 0.5 MB", "only 1.5 MB may be used")
        .contains("; views are splatted by the processor", ", which takes 1.3 MB there");
    assertThat(summary(less)).contains("gl on", "views are splatted by the processor");
    notices.clear();
    RunFolder none = train("none", "gl", limited(1_200_000), BackendChoice::open);
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("training takes 1.3 MB on the device", "only 1.0 MB may be used")
        .endsWith("; the training goes on on the processor");
    assertThat(RunConfig.read(none.config()).backend()).isEqualTo("cpu");
  }

  @Test
  void inTheFirstIterationItBeginsAgainWithLess() {
    RunFolder whole = train("whole", "gl", MemoryChoice.FREE, squeezing());
    RunFolder run = train("first", "gl", MemoryChoice.FREE, squeezing(1));
    assertThat(notices)
        .singleElement()
        .asString()
        .contains(" that may be taken on ")
        .endsWith(
            "; the training begins again there: blend weights are sent there for each iteration");
    assertThat(summary(run)).contains("gl on").contains("blend weights are sent there");
    assertThat(losses(run, 10)).isEqualTo(losses(whole, 10));
  }

  /** Candidates come in the 17th iteration; what was learnt before is kept. */
  @Test
  void amidTheRunNothingIsLost() {
    RunFolder whole = train("whole", "gl", MemoryChoice.FREE, squeezing());
    RunFolder run = train("amid", "gl", MemoryChoice.FREE, squeezing(17));
    assertThat(notices)
        .singleElement()
        .asString()
        .endsWith(
            "; the training goes on there after its first 16 iterations: blend weights are sent"
                + " there for each iteration");
    assertThat(losses(run, 16)).isEqualTo(losses(whole, 16));
    assertThat(RunConfig.read(run.config()).backend()).isEqualTo("gl");
  }

  /** Every context is full as soon as it is open: pools are drawn first. */
  @Test
  void whileAPoolIsDrawnItGoesDownToTheProcessor() {
    RunFolder cpu = train("cpu", "cpu", MemoryChoice.FREE, squeezing());
    RunFolder run = train("full", "gl", MemoryChoice.FREE, squeezing(0, 0, 0));
    assertThat(notices).hasSize(3);
    assertThat(notices.get(0))
        .endsWith(
            "; the training begins again there: blend weights are sent there for each iteration");
    assertThat(notices.get(1))
        .contains("; the training begins again there: views are splatted by the processor");
    assertThat(notices.get(2)).endsWith("; the training begins again on the processor");
    assertThat(text(run.features())).isEqualTo(text(cpu.features()));
  }

  @Test
  void aDeviceThatComputesWronglyIsLeftForTheProcessor() {
    RunFolder cpu = train("cpu", "cpu", MemoryChoice.FREE, squeezing());
    RunFolder run =
        train(
            "wrong",
            "gl",
            MemoryChoice.FREE,
            faulty("pixel_gradients.comp", "loss[0] = along;", "loss[0] = 1.02 * along;"));
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("a card (driver 1.2) computes iteration 1 otherwise than the processor: Eq. 3")
        .endsWith("; the training begins again on the processor");
    assertThat(text(run.features())).isEqualTo(text(cpu.features()));
  }

  @Test
  void aRunThatGoesOnIsCheckedAgain() {
    AtomicInteger iterations = new AtomicInteger();
    Progress cut =
        (fraction, message) -> {
          if (message.startsWith("iteration") && iterations.incrementAndGet() == 12) {
            throw new CancelledException("cancelled by the test");
          }
        };
    assertThatThrownBy(() -> train("cut", "gl", MemoryChoice.FREE, BackendChoice::open, false, cut))
        .isInstanceOf(CancelledException.class);
    train(
        "cut",
        "gl",
        MemoryChoice.FREE,
        faulty("transpose_pieces.comp", "sum +=", "sum ="),
        true,
        Progress.NONE);
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("the gradient by up to")
        .endsWith("; the training goes on on the processor after its first 11 iterations");
  }
}

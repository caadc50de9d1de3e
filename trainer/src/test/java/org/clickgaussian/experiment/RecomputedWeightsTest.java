package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.BlendWeightChoice;
import org.clickgaussian.training.MemoryChoice;
import org.clickgaussian.training.MemoryForecast;
import org.clickgaussian.training.MemoryPlan;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run has the same bits whatever of it is kept in memory. */
class RecomputedWeightsTest {
  private static final int ITERATIONS = 24;

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();

  private byte[] train(
      String name, String backend, MemoryChoice memory, boolean resume, Progress progress) {
    RunFolder run = new RunFolder(folder.resolve(name));
    try (TinyTraining training = new TinyTraining(900, 2)) {
      RunConfig config = TinyRun.config(training, backend, ITERATIONS);
      new TrainingJob(training.scene(), config, run, training.workers(), memory)
          .run(resume, notices::add, progress);
    }
    return bytes(run.features());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static MemoryForecast forecast() {
    try (TinyTraining training = new TinyTraining(900, 2)) {
      return MemoryForecast.of(training.scene(), TinyTraining.settings(ITERATIONS));
    }
  }

  /** A choice that leaves room for this plan and for no faster one. */
  private static MemoryChoice leavingRoomFor(MemoryPlan plan) {
    return new MemoryChoice(
        plan.weightsKept() ? BlendWeightChoice.AUTO : BlendWeightChoice.RECOMPUTED,
        OptionalLong.of(forecast().with(plan).total()),
        OptionalLong.empty());
  }

  private static Progress cancelAt(int calls) {
    AtomicInteger count = new AtomicInteger();
    return (fraction, message) -> {
      if (message.startsWith("iteration") && count.incrementAndGet() == calls) {
        throw new CancelledException("cancelled by the test");
      }
    };
  }

  private static void requireIfGl(String backend) {
    if (backend.equals(BackendChoice.GL)) {
      GlTestContext.open().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BackendChoice.CPU, BackendChoice.GL})
  void whatIsKeptChangesNoBit(String backend) {
    requireIfGl(backend);
    byte[] whole = train("kept", backend, MemoryChoice.FREE, false, Progress.NONE);
    assertThat(notices).isEmpty();
    for (MemoryPlan plan :
        List.of(
            new MemoryPlan(true, false),
            new MemoryPlan(false, true),
            new MemoryPlan(false, false))) {
      notices.clear();
      String name = "plan " + plan.weightsKept() + plan.poolingKept();
      assertThat(train(name, backend, leavingRoomFor(plan), false, Progress.NONE))
          .as(name)
          .isEqualTo(whole);
      assertThat(notices).singleElement().asString().contains(plan.describe(), " may be used");
      assertThat(bytes(new RunFolder(folder.resolve(name)).segments()))
          .isEqualTo(bytes(new RunFolder(folder.resolve("kept")).segments()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BackendChoice.CPU, BackendChoice.GL})
  void aRunMayChangeBetweenTheWaysWhenItGoesOn(String backend) {
    requireIfGl(backend);
    byte[] whole = train("kept", backend, MemoryChoice.FREE, false, Progress.NONE);
    MemoryChoice least = leavingRoomFor(new MemoryPlan(false, false));
    for (MemoryChoice first : List.of(MemoryChoice.FREE, least)) {
      for (MemoryChoice second : List.of(MemoryChoice.FREE, least)) {
        String name = "cut " + (first == least) + (second == least);
        assertThatThrownBy(() -> train(name, backend, first, false, cancelAt(18)))
            .isInstanceOf(CancelledException.class);
        assertThat(train(name, backend, second, true, Progress.NONE)).as(name).isEqualTo(whole);
      }
    }
  }

  @Test
  void aForcedWayGivesNoNoticeAndIsRefusedWhereItDoesNotFit() {
    MemoryChoice recomputed =
        new MemoryChoice(BlendWeightChoice.RECOMPUTED, OptionalLong.empty(), OptionalLong.empty());
    train("forced", BackendChoice.CPU, recomputed, false, Progress.NONE);
    assertThat(notices).isEmpty();
    MemoryPlan least = new MemoryPlan(true, false);
    MemoryChoice kept =
        new MemoryChoice(
            BlendWeightChoice.KEPT,
            OptionalLong.of(forecast().with(least).total() - 1),
            OptionalLong.empty());
    assertThatThrownBy(() -> train("kept", BackendChoice.CPU, kept, false, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("let blend weights be recomputed")
        .hasMessageContaining("may be used");
    MemoryChoice none =
        new MemoryChoice(BlendWeightChoice.AUTO, OptionalLong.of(1000), OptionalLong.empty());
    assertThatThrownBy(() -> train("none", BackendChoice.CPU, none, false, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("use fewer views");
  }

  @Test
  void theForecastTellsBothTotals() {
    MemoryForecast all = forecast();
    MemoryForecast recomputed = all.with(new MemoryPlan(false, false));
    assertThat(all.parts().keySet()).isEqualTo(recomputed.parts().keySet());
    long kept = all.parts().get("blend weights");
    // Of 4 pools of 2 samples the weights of 2 samples are at hand at a time.
    assertThat(recomputed.parts().get("blend weights"))
        .isBetween(kept / 4 - kept / 20, kept / 4 + kept / 20);
    assertThat(recomputed.parts().get("pooling matrix"))
        .isEqualTo(all.parts().get("pooling matrix") / 4);
    assertThat(recomputed.total()).isLessThan(all.total());
    assertThat(recomputed.with(MemoryPlan.KEEP_ALL)).isEqualTo(all);
    assertThat(recomputed.keepable()).isZero();
  }
}

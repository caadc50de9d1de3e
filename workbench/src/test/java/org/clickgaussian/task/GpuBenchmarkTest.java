package org.clickgaussian.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GpuBenchmarkTest {
  private static GlContext context;

  @BeforeAll
  static void open() {
    context = GlTestContext.open();
  }

  @AfterAll
  static void close() {
    if (context != null) {
      assertThat(context.allocatedBytes()).isZero();
      context.close();
    }
  }

  @Test
  void sortingIsMeasuredAgainstCopying() {
    List<Measurement> found = new SortBenchmark(context, 5_003, 0).run(Progress.NONE);
    assertThat(found).extracting(Measurement::value).allMatch(value -> value > 0);
    assertThat(found.getLast().detail()).contains("5,003 words at 80 bytes", "of copying");
  }

  @Test
  void framesAreMeasuredOnTheDeviceAndInMemory() {
    try (Workers workers = Workers.of(2);
        OpenScene scene = OpenScene.open(TrainedScene.get().folder(), workers, Progress.NONE)) {
      List<Measurement> found = new GpuBenchmark(scene, context, workers, 0).frames(Progress.NONE);
      assertThat(found).extracting(Measurement::value).allMatch(value -> value > 0);
      assertThat(found)
          .extracting(Measurement::unit)
          .containsExactly("frames/s", "frames/s", "frames/s", "ms");
    }
  }
}

package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bits for any number of threads and for both makes of the kernels. */
class DeterminismTest {
  private static final int CHANNELS = 11;

  /** All that a view computes, as bits. */
  private record Bits(int[] rgb, int[] alpha, int[] depth, int[] channels, int[] front) {}

  @ParameterizedTest
  @CsvSource({"1, 1, 300, 0", "13, 7, 4098, 1", "207, 33, 9000, 3", "130, 140, 20000, 2"})
  void threadsAndKernelsDoNotMatter(int width, int height, int count, int degree) {
    Camera camera = TinyScenes.orbitCamera(width, height, 1.1);
    try (GaussianScene scene = TinyScenes.random(count, 4, degree)) {
      Bits expected = render(scene, camera, 1, Kernels.SCALAR);
      for (int threads : new int[] {1, 2, 5}) {
        assertSame(render(scene, camera, threads, Kernels.VECTOR), expected);
      }
      assertSame(render(scene, camera, 2, Kernels.SCALAR), expected);
    }
  }

  @Test
  void awkwardGaussiansToo() {
    Camera camera = TinyScenes.orbitCamera(75, 50, 1.3);
    try (GaussianScene scene = AwkwardScene.create()) {
      Bits expected = render(scene, camera, 1, Kernels.SCALAR);
      assertSame(render(scene, camera, 2, Kernels.VECTOR), expected);
    }
  }

  @Test
  void tooManyPairsFailClearlyAndLeaveTheRasteriserUsable() {
    try (GaussianScene scene = TinyScenes.random(100, 1, 0);
        Workers workers = Workers.of(2);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers, Kernels.VECTOR, 150)) {
      assertThatThrownBy(() -> rasterizer.splat(TinyScenes.frontCamera(200, 200)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("150 times")
          .hasMessageContaining("smaller image");
      try (CpuSplattedView view = rasterizer.splat(TinyScenes.frontCamera(16, 16))) {
        assertThat(view.tilePairs()).isBetween(50, 100);
      }
    }
  }

  private static Bits render(GaussianScene scene, Camera camera, int threads, Kernels kernels) {
    try (Workers workers = Workers.of(threads);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers, kernels);
        CpuSplattedView view = rasterizer.splat(camera);
        Arena arena = Arena.ofShared()) {
      MemorySegment table = arena.allocate(4L * CHANNELS * scene.count());
      for (int k = 0; k < CHANNELS * scene.count(); k++) {
        table.setAtIndex(ValueLayout.JAVA_FLOAT, k, (float) Math.cos(k));
      }
      Frame frame = view.frame(new float[] {0.2f, 0.3f, 0.4f});
      return new Bits(
          bits(frame.rgb()),
          bits(frame.alpha()),
          bits(frame.depth()),
          bits(view.channels(table, CHANNELS)),
          view.frontGaussians());
    }
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int k = 0; k < bits.length; k++) {
      bits[k] = Float.floatToIntBits(values[k]);
    }
    return bits;
  }

  private static void assertSame(Bits actual, Bits expected) {
    assertThat(actual.rgb()).containsExactly(expected.rgb());
    assertThat(actual.alpha()).containsExactly(expected.alpha());
    assertThat(actual.depth()).containsExactly(expected.depth());
    assertThat(actual.channels()).containsExactly(expected.channels());
    assertThat(actual.front()).containsExactly(expected.front());
  }
}

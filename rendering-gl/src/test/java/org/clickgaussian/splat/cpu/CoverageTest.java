package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The coverage of a changing set is at every step what blending it anew gives, to the bit. */
class CoverageTest {
  private static final Camera CAMERA = TinyScenes.orbitCamera(61, 45, 0.4);
  private static final int PIXELS = 61 * 45;
  private static final int STEPS = 25;

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void updatesEqualBlendingAnew(Kernels kernels) {
    try (GaussianScene scene = TinyScenes.random(700, 21, 2)) {
      walk(scene, kernels, 20);
    }
    try (GaussianScene scene = TinyScenes.random(4098, 5, 0)) {
      walk(scene, kernels, 400);
    }
    try (GaussianScene scene = AwkwardScene.create()) {
      walk(scene, kernels, 4);
    }
    try (GaussianScene scene = TinyScenes.random(1, 2, 0)) {
      walk(scene, kernels, 1);
    }
  }

  private static void walk(GaussianScene scene, Kernels kernels, int changes) {
    try (Workers workers = Workers.of(2);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers, kernels);
        CpuSplattedView view = rasterizer.splat(CAMERA)) {
      float[] coverage = new float[PIXELS];
      BitSet set = new BitSet();
      for (int step = 0; step < STEPS; step++) {
        RandomStream random = new RandomStream(7, "coverage", step);
        BitSet changed = new BitSet();
        for (int k = 0; k < random.nextInt(changes + 1); k++) {
          changed.set(random.nextInt(scene.count()));
        }
        set.xor(changed);
        view.updateCoverage(set, changed, coverage);
        assertThat(coverage).isEqualTo(anew(view, set, scene.count()));
      }
    }
  }

  private static float[] anew(CpuSplattedView view, BitSet set, int count) {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment table = arena.allocate(4L * count);
      set.stream().forEach(i -> table.setAtIndex(ValueLayout.JAVA_FLOAT, i, 1));
      return view.channels(table, 1);
    }
  }

  @Test
  void agreesWithTheReference() {
    try (Workers workers = Workers.of(2);
        GaussianScene scene = TinyScenes.random(300, 9, 1);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers);
        CpuSplattedView view = rasterizer.splat(CAMERA);
        ReferenceRasterizer reference = new ReferenceRasterizer(scene)) {
      BitSet set = new BitSet();
      set.set(50, 200);
      float[] coverage = new float[PIXELS];
      float[] expected = new float[PIXELS];
      view.updateCoverage(set, set, coverage);
      reference.splat(CAMERA).updateCoverage(set, set, expected);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        assertThat(coverage[pixel])
            .isCloseTo(expected[pixel], org.assertj.core.data.Offset.offset(1e-5f));
      }
    }
  }

  @Test
  void tilesOutOfReachAreLeftAlone() {
    try (Workers workers = Workers.of(2);
        GaussianScene scene = TinyScenes.random(40, 9, 1);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers);
        CpuSplattedView view = rasterizer.splat(CAMERA)) {
      BitSet all = new BitSet();
      all.set(0, 40);
      float[] coverage = new float[PIXELS];
      assertThat(view.updateCoverage(all, new BitSet(), coverage)).isZero();
      assertThat(coverage).containsOnly(0);
      int whole = view.updateCoverage(all, all, coverage);
      BitSet one = new BitSet();
      one.set(3);
      all.clear(3);
      assertThat(view.updateCoverage(all, one, coverage)).isLessThan(whole);
      assertThatThrownBy(() -> view.updateCoverage(all, all, new float[PIXELS - 1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("61 × 45");
    }
  }
}

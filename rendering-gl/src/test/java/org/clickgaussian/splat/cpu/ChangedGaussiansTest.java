package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hidden and changed Gaussians give what a rasteriser made anew would give. */
class ChangedGaussiansTest {
  private static final Camera CAMERA = TinyScenes.orbitCamera(75, 50, 1.3);
  private static final int COUNT = 4098;

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void hiddenGaussiansAreNotThere(Kernels kernels) {
    BitSet hidden = new BitSet();
    IntStream.range(0, COUNT).filter(i -> i % 3 == 1).forEach(hidden::set);
    int[] shown = IntStream.range(0, COUNT).filter(i -> !hidden.get(i)).toArray();
    try (Workers workers = Workers.of(2);
        GaussianScene scene = TinyScenes.random(COUNT, 4, 1);
        GaussianScene rest = SceneOrder.select(scene, shown, workers);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers, kernels);
        CpuRasterizer ofRest = new CpuRasterizer(rest, workers, kernels)) {
      Frame all = frame(rasterizer);
      rasterizer.hide(hidden);
      assertSame(frame(rasterizer), frame(ofRest));
      hidden.set(COUNT + 5);
      rasterizer.hide(hidden);
      assertSame(frame(rasterizer), frame(ofRest));
      rasterizer.hide(new BitSet());
      assertSame(frame(rasterizer), all);
    }
  }

  @Test
  void refreshedGaussiansAreWhereTheyAreNow() {
    int[] changed = IntStream.range(0, COUNT).filter(i -> i % 5 == 0).toArray();
    BitSet hidden = new BitSet();
    hidden.set(5);
    try (Workers workers = Workers.of(2);
        GaussianScene scene = TinyScenes.random(COUNT, 4, 1);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers)) {
      rasterizer.hide(hidden);
      for (int i : changed) {
        scene.set(scene.positions(), 0, i, scene.position(i, 0) + 0.25f);
        scene.set(scene.logScales(), 1, i, scene.logScale(i, 1) + 0.5f);
        scene.set(scene.rotations(), 2, i, scene.rotation(i, 2) - 0.5f);
        scene.set(scene.opacityLogits(), 0, i, scene.opacityLogit(i) - 1);
      }
      rasterizer.refresh(changed);
      try (CpuRasterizer anew = new CpuRasterizer(scene, workers)) {
        anew.hide(hidden);
        assertSame(frame(rasterizer), frame(anew));
      }
    }
  }

  private static Frame frame(CpuRasterizer rasterizer) {
    try (CpuSplattedView view = rasterizer.splat(CAMERA)) {
      return view.frame(new float[3]);
    }
  }

  private static void assertSame(Frame actual, Frame expected) {
    assertThat(actual.rgb()).containsExactly(expected.rgb());
    assertThat(actual.alpha()).containsExactly(expected.alpha());
    assertThat(actual.depth()).containsExactly(expected.depth());
  }
}

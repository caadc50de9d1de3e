package org.clickgaussian.splat.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderingDeviceTest {
  private static final Camera CAMERA = TinyScenes.orbitCamera(61, 45, 0.4);
  private static final float[] BLACK = new float[3];

  private final GaussianScene scene = TinyScenes.random(300, 21, 1);
  private final Workers workers = Workers.of(2);
  private final List<String> notices = new ArrayList<>();

  @AfterEach
  void close() {
    workers.close();
    scene.close();
  }

  private RenderingDevice graphics() {
    GlTestContext.open().close();
    RenderingDevice device = RenderingDevice.open(Backend.GL);
    device.onFallback(notices::add);
    return device;
  }

  private float[] onTheProcessor(BitSet hidden) {
    try (CpuRasterizer rasterizer = new CpuRasterizer(scene, workers)) {
      rasterizer.hide(hidden);
      try (SplattedView view = rasterizer.splat(CAMERA)) {
        return view.frame(BLACK).rgb();
      }
    }
  }

  @Test
  void viewsAndRasterizersGoOnOnTheProcessorWhenTheDeviceIsLost() {
    BitSet hidden = new BitSet();
    hidden.set(3, 200);
    try (RenderingDevice device = graphics();
        SceneRasterizer rasterizer = device.rasterizer(scene, workers)) {
      assertThat(rasterizer.device()).doesNotStartWith("CPU");
      rasterizer.hide(hidden);
      try (SplattedView view = rasterizer.splat(CAMERA)) {
        view.frame(BLACK);
        device.context().orElseThrow().abandon("somebody pulled it out");
        assertThat(view.frame(BLACK).rgb()).isEqualTo(onTheProcessor(hidden));
        assertThat(view.packedColours(BLACK)).isEmpty();
      }
      assertThat(notices).singleElement().asString().contains("somebody pulled it out");
      assertThat(device.context()).isEmpty();
      try (SplattedView view = rasterizer.splat(CAMERA)) {
        assertThat(view.frame(BLACK).rgb()).isEqualTo(onTheProcessor(hidden));
      }
      rasterizer.hide(new BitSet());
      try (SplattedView view = rasterizer.splat(CAMERA)) {
        assertThat(view.frame(BLACK).rgb()).isEqualTo(onTheProcessor(new BitSet()));
      }
      assertThat(rasterizer.device()).isEqualTo("CPU, 2 threads");
    }
  }

  @Test
  void viewsGoOnOnTheProcessorWhenTheDriverHangs() {
    CountDownLatch end = new CountDownLatch(1);
    try (RenderingDevice device = graphics();
        SceneRasterizer rasterizer = device.rasterizer(scene, workers);
        SplattedView view = rasterizer.splat(CAMERA)) {
      GlFaults.hang(device.context().orElseThrow(), end);
      assertThat(view.packedColours(BLACK)).isEmpty();
      assertThat(view.frame(BLACK).rgb()).isEqualTo(onTheProcessor(new BitSet()));
      assertThat(notices).singleElement().asString().contains("does not answer any more");
    } finally {
      end.countDown();
    }
  }

  @Test
  void whatIsHiddenWhileTheDeviceIsLostStaysHidden() {
    BitSet hidden = new BitSet();
    hidden.set(0, 100);
    try (RenderingDevice device = graphics();
        SceneRasterizer rasterizer = device.rasterizer(scene, workers)) {
      device.context().orElseThrow().abandon("gone");
      rasterizer.hide(hidden);
      try (SplattedView view = rasterizer.splat(CAMERA)) {
        assertThat(view.frame(BLACK).rgb()).isEqualTo(onTheProcessor(hidden));
      }
      assertThat(notices).hasSize(1);
    }
  }

  @Test
  void rasterizersMadeAfterTheLossAreThoseOfTheProcessor() {
    try (RenderingDevice device = graphics()) {
      device.context().orElseThrow().abandon("gone");
      try (SceneRasterizer rasterizer = device.rasterizer(scene, workers)) {
        assertThat(rasterizer.device()).isEqualTo("CPU, 2 threads");
      }
      assertThat(notices).hasSize(1);
    }
  }

  @Test
  void saysWhyItIsTheProcessor() {
    try (RenderingDevice device = graphics()) {
      assertThat(device.reason()).isEmpty();
      device.context().orElseThrow().abandon("the cable broke");
      device.rasterizer(scene, workers).close();
      assertThat(device.reason())
          .hasValueSatisfying(
              said -> {
                assertThat(said).matches("given up at \\d\\d:\\d\\d: the cable broke");
              });
    }
    try (RenderingDevice best = RenderingDevice.open(Backend.AUTO)) {
      assertThat(best.reason().isPresent()).isEqualTo(best.context().isEmpty());
      best.reason().ifPresent(said -> assertThat(said).contains("no graphics processor"));
    }
    assertThat(RenderingDevice.processor().reason()).isEmpty();
  }

  @Test
  void aRetiredDeviceServesTheRasterizersThatThereAreAndMakesNoMore() {
    RenderingDevice device = graphics();
    GlContext context = device.context().orElseThrow();
    try (SceneRasterizer before = device.rasterizer(scene, workers)) {
      device.retire();
      try (SceneRasterizer after = device.rasterizer(scene, workers);
          SplattedView view = before.splat(CAMERA)) {
        assertThat(after.device()).startsWith("CPU");
        assertThat(view.frame(BLACK).rgb()).hasSize(3 * 61 * 45);
      }
      before.close();
    }
    assertThatThrownBy(() -> context.run(() -> {})).hasMessageContaining("closed");
    assertThat(notices).isEmpty();
  }

  @Test
  void choosesTheProcessorWhereOpenGlWouldRunOnItAnyway() {
    GlTestContext.open().close();
    try (RenderingDevice device = RenderingDevice.open(Backend.AUTO);
        SceneRasterizer rasterizer = device.rasterizer(scene, workers)) {
      boolean graphics = device.context().isPresent();
      assertThat(rasterizer.device().startsWith("CPU")).isEqualTo(!graphics);
      device.context().ifPresent(c -> assertThat(c.report().isSoftware()).isFalse());
    }
  }

  @Test
  void namesTheBackendsWhenAskedForAnother() {
    assertThat(Backend.of("gl")).isEqualTo(Backend.GL);
    assertThatThrownBy(() -> Backend.of("cuda"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("auto, gl, cpu");
  }
}

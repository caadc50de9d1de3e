package org.clickgaussian.splat.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.cpu.CpuSplattedView;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What a view offers hangs together, all of it coming from the same blend weights. */
@ParameterizedClass(name = "doubles {0}")
@ValueSource(booleans = {true, false})
class GlSplattedViewTest {
  @Parameter private boolean doubles;

  /** Sums of about 40 products, in another order or with weights rounded otherwise. */
  private static final Offset<Float> ROUNDING = within(2e-5f);

  private static final int WIDTH = 61;
  private static final int PIXELS = WIDTH * 45;
  private static final Camera CAMERA = TinyScenes.orbitCamera(WIDTH, 45, 0.4);

  private static GlContext context;

  private final GaussianScene scene = TinyScenes.random(700, 21, 2);
  private final Workers workers = Workers.of(2);
  private final Arena arena = Arena.ofShared();
  private GlRasterizer rasterizer;
  private GlSplattedView view;

  @BeforeParameterizedClassInvocation
  static void openContext(boolean doubles) {
    context = GlTestContext.open(doubles);
  }

  @AfterParameterizedClassInvocation
  static void closeContext() {
    if (context != null) {
      context.close();
    }
  }

  @BeforeEach
  void open() {
    rasterizer = new GlRasterizer(context, scene, workers);
    view = rasterizer.splat(CAMERA);
  }

  @AfterEach
  void close() {
    view.close();
    rasterizer.close();
    workers.close();
    scene.close();
    arena.close();
  }

  private static int[] allPixels() {
    return IntStream.range(0, PIXELS).toArray();
  }

  private MemorySegment table(int channels) {
    MemorySegment table = arena.allocate(4L * channels * scene.count());
    for (int k = 0; k < channels * scene.count(); k++) {
      table.setAtIndex(ValueLayout.JAVA_FLOAT, k, (float) Math.sin(k));
    }
    return table;
  }

  @Test
  void channelsAndWeightsAreThoseOfTheProcessor() {
    MemorySegment table = table(24);
    try (CpuRasterizer processor = new CpuRasterizer(scene, workers);
        CpuSplattedView expected = processor.splat(CAMERA);
        BlendWeights expectedWeights = expected.blendWeights(allPixels());
        BlendWeights weights = view.blendWeights(allPixels())) {
      assertThat(view.visibleGaussians()).isEqualTo(expected.visibleGaussians());
      assertThat(view.tilePairs()).isCloseTo(expected.tilePairs(), within(50L));
      assertThat(view.channels(table, 24)).containsExactly(expected.channels(table, 24), ROUNDING);
      assertThat(view.frontGaussians()).isEqualTo(expected.frontGaussians());
      assertThat(weights.entries()).isEqualTo(expectedWeights.entries());
      for (long e = 0; e < weights.entries(); e++) {
        assertThat(weights.gaussian(e)).isEqualTo(expectedWeights.gaussian(e));
        assertThat(weights.weight(e)).isCloseTo(expectedWeights.weight(e), ROUNDING);
      }
    }
  }

  @Test
  void weightsSumToAlphaToTheBit() {
    float[] alpha = view.alpha();
    assertThat(view.frame(new float[3]).alpha()).isEqualTo(alpha);
    try (BlendWeights weights = view.blendWeights(allPixels())) {
      float[] sums = new float[PIXELS];
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        for (long e = weights.rowStart(pixel); e < weights.rowStart(pixel + 1); e++) {
          assertThat(weights.weight(e)).isPositive();
          sums[pixel] += weights.weight(e);
        }
      }
      assertThat(sums).isEqualTo(alpha);
    }
  }

  @Test
  void visitedTilesSumToAlphaFrontToBack() {
    float[] sums = new float[PIXELS];
    Set<Integer> visited = ConcurrentHashMap.newKeySet();
    view.visitTiles(
        (tile, entries, pixels, gaussians, weights) -> {
          assertThat(visited.add(tile)).isTrue();
          for (int e = 0; e < entries; e++) {
            assertThat(pixels[e] % WIDTH / 16 + pixels[e] / WIDTH / 16 * 4).isEqualTo(tile);
            sums[pixels[e]] += weights[e];
          }
        });
    assertThat(sums).isEqualTo(view.alpha());
    assertThat(visited).hasSize(12);
  }

  @Test
  void rowsFollowTheOrderOfTheRequestWithRepeats() {
    int[] pixels = {PIXELS - 1, 17, 1500, 17, 0, 1500};
    try (BlendWeights some = view.blendWeights(pixels);
        BlendWeights all = view.blendWeights(allPixels())) {
      assertThat(some.rows()).isEqualTo(pixels.length);
      for (int row = 0; row < pixels.length; row++) {
        long from = all.rowStart(pixels[row]);
        long length = all.rowStart(pixels[row] + 1) - from;
        assertThat(some.rowStart(row + 1) - some.rowStart(row)).isEqualTo(length);
        for (long e = 0; e < length; e++) {
          assertThat(some.gaussian(some.rowStart(row) + e)).isEqualTo(all.gaussian(from + e));
          assertThat(some.weight(some.rowStart(row) + e)).isEqualTo(all.weight(from + e));
        }
      }
    }
    try (BlendWeights none = view.blendWeights(new int[0])) {
      assertThat(none.rows()).isZero();
    }
  }

  @Test
  void weightsOnTheDeviceAreThoseInMemory() {
    int[] pixels = {PIXELS - 1, 17, PIXELS, 1500, 17, 0};
    int[] inside = {PIXELS - 1, 17, 1500, 17, 0};
    GlBuffer wanted =
        context.call(
            () -> {
              GlBuffer buffer = context.buffer(pixels.length);
              buffer.upload(pixels);
              return buffer;
            });
    try (wanted;
        BlendWeights expected = view.blendWeights(inside);
        DeviceWeights weights = view.deviceWeights(wanted, pixels.length)) {
      int entries = (int) expected.entries();
      assertThat(weights.entries()).isEqualTo(entries);
      int[] starts = context.call(() -> weights.rowStarts().ints(0, pixels.length + 1));
      assertThat(starts[2]).isEqualTo(starts[3]);
      assertThat(starts[pixels.length]).isEqualTo(entries);
      assertThat(context.call(() -> weights.gaussians().ints(0, entries)))
          .isEqualTo(expected.gaussians().toArray(ValueLayout.JAVA_INT));
      assertThat(context.call(() -> weights.weights().floats(0, entries)))
          .isEqualTo(expected.weights().toArray(ValueLayout.JAVA_FLOAT));
    }
  }

  @Test
  void frontGaussianIsWhereHalfTheLightIsGone() {
    int[] front = view.frontGaussians();
    try (BlendWeights weights = view.blendWeights(allPixels())) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        assertThat(front[pixel]).isEqualTo(firstBeyondHalf(weights, pixel));
      }
    }
    assertThat(Arrays.stream(front).filter(i -> i >= 0).count()).isPositive();
    assertThat(Arrays.stream(front).filter(i -> i < 0).count()).isPositive();
  }

  private static int firstBeyondHalf(BlendWeights weights, int pixel) {
    float through = 1;
    for (long e = weights.rowStart(pixel); e < weights.rowStart(pixel + 1); e++) {
      through -= weights.weight(e);
      if (through <= 0.5f) {
        return weights.gaussian(e);
      }
    }
    return -1;
  }

  @Test
  void wordsAreTheColoursOfTheFrame() {
    float[] background = {0.3f, 0.6f, 1};
    Frame frame = view.frame(background);
    RgbImage image = RgbImage.ofFloats(WIDTH, 45, frame.rgb());
    int[] words = context.call(() -> view.wordsOnDevice(background).ints(0, PIXELS));
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      int at = 3 * pixel;
      int expected =
          0xff000000
              | (image.rgb()[at] & 0xff) << 16
              | (image.rgb()[at + 1] & 0xff) << 8
              | image.rgb()[at + 2] & 0xff;
      assertThat(words[pixel]).isEqualTo(expected);
    }
  }

  @Test
  void viewsAreIndependentOfEarlierOnes() {
    Frame first = view.frame(new float[3]);
    try (GlSplattedView other = rasterizer.splat(TinyScenes.orbitCamera(30, 90, 2))) {
      other.frame(new float[3]);
    }
    try (GlSplattedView again = rasterizer.splat(CAMERA)) {
      Frame second = again.frame(new float[3]);
      assertThat(second.rgb()).isEqualTo(first.rgb());
      assertThat(second.depth()).isEqualTo(first.depth());
    }
    assertThat(view.frame(new float[3]).rgb()).isEqualTo(first.rgb());
  }

  @Test
  void aSlowDeviceBlendsSomeTilesAfterTheOthersToTheSameBits() {
    MemorySegment table = table(24);
    Frame frame = view.frame(new float[3]);
    float[] channels = view.channels(table, 24);
    int[] front = view.frontGaussians();
    GlFaults.slow(context, 1e6);
    try (GlSplattedView slow = rasterizer.splat(CAMERA);
        BlendWeights expected = view.blendWeights(allPixels());
        BlendWeights weights = slow.blendWeights(allPixels())) {
      assertThat(slow.frame(new float[3]).rgb()).isEqualTo(frame.rgb());
      assertThat(slow.channels(table, 24)).isEqualTo(channels);
      assertThat(slow.frontGaussians()).isEqualTo(front);
      assertThat(slow.alpha()).isEqualTo(frame.alpha());
      assertThat(weights.weights().toArray(ValueLayout.JAVA_FLOAT))
          .isEqualTo(expected.weights().toArray(ValueLayout.JAVA_FLOAT));
    } finally {
      GlFaults.slow(context, Double.POSITIVE_INFINITY);
    }
  }

  @Test
  void manyThreadsSeeTheSame() {
    float[] alpha = view.alpha();
    int[] front = view.frontGaussians();
    try (Workers many = Workers.of(4)) {
      many.forEach(
          12,
          k -> {
            if (k % 3 == 0) {
              assertThat(view.alpha()).isEqualTo(alpha);
            } else if (k % 3 == 1) {
              assertThat(view.frontGaussians()).isEqualTo(front);
            } else {
              try (GlSplattedView own = rasterizer.splat(CAMERA)) {
                assertThat(own.alpha()).isEqualTo(alpha);
              }
            }
          });
    }
  }

  @Test
  void wrongArgumentsAreNamed() {
    MemorySegment small = arena.allocate(4L * 24 * scene.count() - 4);
    assertThatThrownBy(() -> view.channels(small, 24)).hasMessageContaining("700 Gaussians of 24");
    assertThatThrownBy(() -> view.channels(small, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> view.frame(new float[4])).hasMessageContaining("3 channels");
    assertThatThrownBy(() -> view.blendWeights(new int[] {PIXELS}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.frame(null)).isInstanceOf(NullPointerException.class);
    view.close();
    view.close();
    assertThatThrownBy(view::alpha).hasMessageContaining("closed");
    rasterizer.close();
    assertThatThrownBy(() -> rasterizer.splat(CAMERA)).hasMessageContaining("closed");
  }
}

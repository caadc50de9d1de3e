package org.clickgaussian.splat.cpu;

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
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a view offers hangs together: all of it comes from the same blend weights. */
class SplattedViewTest {
  /** Sums of about 40 products, in another order or with colours rounded otherwise. */
  private static final Offset<Float> ROUNDING = within(1e-5f);

  private static final int WIDTH = 61;
  private static final int PIXELS = WIDTH * 45;
  private static final Camera CAMERA = TinyScenes.orbitCamera(WIDTH, 45, 0.4);

  private final GaussianScene scene = TinyScenes.random(700, 21, 2);
  private final Workers workers = Workers.of(2);
  private final CpuRasterizer rasterizer = new CpuRasterizer(scene, workers);
  private final CpuSplattedView view = rasterizer.splat(CAMERA);
  private final Arena arena = Arena.ofShared();

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

  @Test
  void channelsOfColoursAreTheFrame() {
    float[] colours = new float[3 * scene.count()];
    for (int i = 0; i < scene.count(); i++) {
      double[] colour = ReferenceHarmonics.colour(scene, i, CAMERA);
      for (int channel = 0; channel < 3; channel++) {
        colours[3 * i + channel] = (float) colour[channel];
      }
    }
    MemorySegment table = arena.allocateFrom(ValueLayout.JAVA_FLOAT, colours);
    assertThat(view.channels(table, 3)).containsExactly(view.frame(new float[3]).rgb(), ROUNDING);
  }

  @Test
  void anyNumberOfChannelsIsTheProductWithTheWeights() {
    try (BlendWeights weights = view.blendWeights(allPixels())) {
      for (int channels : new int[] {1, 2, 5, 7, 8, 12, 13, 24, 37}) {
        MemorySegment table = arena.allocate(4L * channels * scene.count());
        for (int k = 0; k < channels * scene.count(); k++) {
          table.setAtIndex(ValueLayout.JAVA_FLOAT, k, (float) Math.sin(k));
        }
        assertThat(view.channels(table, channels))
            .containsExactly(product(weights, table, channels), ROUNDING);
      }
    }
  }

  private static float[] product(BlendWeights weights, MemorySegment table, int channels) {
    float[] result = new float[weights.rows() * channels];
    for (int row = 0; row < weights.rows(); row++) {
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (long e = weights.rowStart(row); e < weights.rowStart(row + 1); e++) {
          long value = (long) weights.gaussian(e) * channels + c;
          sum += weights.weight(e) * table.getAtIndex(ValueLayout.JAVA_FLOAT, value);
        }
        result[row * channels + c] = (float) sum;
      }
    }
    return result;
  }

  @Test
  void weightsSumToAlpha() {
    float[] alpha = view.alpha();
    assertThat(view.frame(new float[3]).alpha()).containsExactly(alpha, within(0f));
    try (BlendWeights weights = view.blendWeights(allPixels())) {
      float[] sums = new float[PIXELS];
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        for (long e = weights.rowStart(pixel); e < weights.rowStart(pixel + 1); e++) {
          assertThat(weights.weight(e)).isPositive();
          sums[pixel] += weights.weight(e);
        }
      }
      assertThat(sums).containsExactly(alpha, within(0f));
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
    assertThat(sums).containsExactly(view.alpha(), within(0f));
    assertThat(visited).hasSize(12);
  }

  @Test
  void visitedEntriesOfAPixelAreItsRow() {
    int pixel = 20 * WIDTH + 30;
    StringBuilder seen = new StringBuilder();
    view.visitTiles(
        (tile, entries, pixels, gaussians, weights) -> {
          for (int e = 0; e < entries; e++) {
            if (pixels[e] == pixel) {
              seen.append(gaussians[e]).append(' ').append(weights[e]).append('\n');
            }
          }
        });
    StringBuilder row = new StringBuilder();
    try (BlendWeights weights = view.blendWeights(new int[] {pixel})) {
      for (long e = 0; e < weights.entries(); e++) {
        row.append(weights.gaussian(e)).append(' ').append(weights.weight(e)).append('\n');
      }
    }
    assertThat(seen.toString()).isEqualTo(row.toString()).isNotEmpty();
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
  void backgroundShowsThroughWhatAlphaLeaves() {
    Frame black = view.frame(new float[3]);
    Frame red = view.frame(new float[] {1, 0, 0});
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      assertThat(red.rgb()[3 * pixel])
          .isCloseTo(black.rgb()[3 * pixel] + 1 - red.alpha()[pixel], ROUNDING);
      assertThat(red.rgb()[3 * pixel + 1]).isEqualTo(black.rgb()[3 * pixel + 1]);
    }
  }

  @Test
  void viewsAreIndependentOfEarlierOnes() {
    Frame first = view.frame(new float[3]);
    try (CpuSplattedView other = rasterizer.splat(TinyScenes.orbitCamera(30, 90, 2))) {
      other.frame(new float[3]);
    }
    try (CpuSplattedView again = rasterizer.splat(CAMERA)) {
      Frame second = again.frame(new float[3]);
      assertThat(second.rgb()).containsExactly(first.rgb());
      assertThat(second.depth()).containsExactly(first.depth());
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
    view.close();
    view.close();
    assertThatThrownBy(view::alpha).hasMessageContaining("closed");
  }
}

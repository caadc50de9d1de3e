package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class LabelVotesTest {
  private static final int N = 207;
  private static final int LABELS = 4;
  private static final int WIDTH = 37;
  private static final int HEIGHT = 21;

  private static int[] random(int n, int from, int bound) {
    Random random = new Random(n);
    return random.ints(n, from, bound).toArray();
  }

  private static BlendWeights allWeights(SplattedView view) {
    int[] pixels = new int[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i;
    }
    return view.blendWeights(pixels);
  }

  @Test
  void labelsAreTheHeaviestSumsOfBlendWeights() {
    int[] pixelLabels = random(WIDTH * HEIGHT, -1, LABELS);
    try (Workers workers = Workers.of(3);
        GaussianScene scene = TinyScenes.random(N, 4, 0);
        Rasterizer rasterizer = new CpuRasterizer(scene, workers);
        SplattedView view = rasterizer.splat(TinyScenes.orbitCamera(WIDTH, HEIGHT, 0.3));
        BlendWeights weights = allWeights(view)) {
      LabelVotes votes = new LabelVotes(N, LABELS);
      votes.add(view, pixelLabels);
      int[] majority = votes.majority();
      double[][] expected = new double[N][LABELS];
      for (int row = 0; row < weights.rows(); row++) {
        for (long e = weights.rowStart(row); e < weights.rowStart(row + 1); e++) {
          if (pixelLabels[row] >= 0) {
            expected[weights.gaussian(e)][pixelLabels[row]] += weights.weight(e);
          }
        }
      }
      int labelled = 0;
      for (int i = 0; i < N; i++) {
        double most = 0;
        for (double sum : expected[i]) {
          most = Math.max(most, sum);
        }
        if (majority[i] < 0) {
          assertThat(most).isZero();
        } else {
          labelled++;
          // Votes are cut to 2⁻³²; nearly equal sums may fall either way.
          assertThat(expected[i][majority[i]]).isGreaterThan(most - 1e-6);
        }
      }
      assertThat(labelled).isGreaterThan(N / 2);
    }
  }

  @Test
  void someGaussiansGetTheLabelsThatAllWouldGet() {
    int[] pixelLabels = random(WIDTH * HEIGHT, -1, LABELS);
    int[] places = new int[N];
    for (int i = 0; i < N; i++) {
      places[i] = i % 3 == 0 ? i / 3 : -1;
    }
    try (Workers workers = Workers.of(3);
        GaussianScene scene = TinyScenes.random(N, 4, 0);
        Rasterizer rasterizer = new CpuRasterizer(scene, workers);
        SplattedView view = rasterizer.splat(TinyScenes.orbitCamera(WIDTH, HEIGHT, 0.3))) {
      LabelVotes all = new LabelVotes(N, LABELS);
      all.add(view, pixelLabels);
      LabelVotes some = new LabelVotes(N / 3, LABELS);
      some.add(view, pixelLabels, places);
      for (int place = 0; place < N / 3; place++) {
        assertThat(some.majority()[place]).isEqualTo(all.majority()[3 * place]);
      }
    }
  }

  @Test
  void renderedLabelIsTheHeaviestChannel() {
    int[] labels = random(N, -1, LABELS);
    try (Workers workers = Workers.of(3);
        GaussianScene scene = TinyScenes.random(N, 4, 0);
        Rasterizer rasterizer = new CpuRasterizer(scene, workers);
        SplattedView view = rasterizer.splat(TinyScenes.orbitCamera(WIDTH, HEIGHT, 0.3));
        BlendWeights weights = allWeights(view)) {
      int[] rendered = LabelRendering.argmax(view, labels, LABELS);
      for (int row = 0; row < weights.rows(); row++) {
        double[] channels = new double[LABELS];
        channels[0] = 1;
        for (long e = weights.rowStart(row); e < weights.rowStart(row + 1); e++) {
          int label = labels[weights.gaussian(e)];
          channels[0] -= weights.weight(e);
          if (label >= 0) {
            channels[label] += weights.weight(e);
          }
        }
        double most = 0;
        for (double channel : channels) {
          most = Math.max(most, channel);
        }
        assertThat(channels[rendered[row]]).isGreaterThan(most - 1e-5);
      }
      assertThat(LabelRendering.mask(rendered, 2, WIDTH, HEIGHT).area()).isPositive();
    }
  }

  @Test
  void doNotDependOnThreads() {
    int[] pixelLabels = random(WIDTH * HEIGHT, 0, LABELS);
    int[][] majorities = new int[2][];
    for (int t = 0; t < 2; t++) {
      try (Workers workers = Workers.of(1 + 3 * t);
          GaussianScene scene = TinyScenes.random(N, 9, 0);
          Rasterizer rasterizer = new CpuRasterizer(scene, workers)) {
        LabelVotes votes = new LabelVotes(N, LABELS);
        for (int k = 0; k < 3; k++) {
          try (SplattedView view = rasterizer.splat(TinyScenes.orbitCamera(WIDTH, HEIGHT, k))) {
            votes.add(view, pixelLabels);
          }
        }
        majorities[t] = votes.majority();
      }
    }
    assertThat(majorities[1]).isEqualTo(majorities[0]);
  }
}

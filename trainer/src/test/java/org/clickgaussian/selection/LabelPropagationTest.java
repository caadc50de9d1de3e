package org.clickgaussian.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.cluster.Matches;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.Test;

class LabelPropagationTest {
  private static ClusterMap map(TwoObjects objects, SplattedView view, Level level) {
    return ClusterMap.of(
        RenderedFeatures.of(view, objects.field), objects.clusters, level, objects.workers);
  }

  @Test
  void carriesAMaskIntoAnotherView() {
    try (TwoObjects objects = new TwoObjects();
        SplattedView front = objects.splat(TwoObjects.front());
        SplattedView side = objects.splat(TwoObjects.fromTheSide())) {
      for (Level level : Level.values()) {
        ClusterMap reference = map(objects, front, level);
        ClusterMap target = map(objects, side, level);
        int count = objects.clusters.level(level).count();
        for (int c = 0; c < count; c++) {
          boolean[] only = new boolean[count];
          only[c] = true;
          BitMask mask = reference.mask(only, Thresholds.PAPER);
          // The reference may have another size than the picture.
          BitMask large = mask.resized(2 * mask.width(), 2 * mask.height());
          boolean[] found =
              LabelPropagation.targetClusters(reference, large, count, Thresholds.PAPER);
          assertThat(found).isEqualTo(only);
          BitMask carried = target.mask(found, Thresholds.PAPER);
          assertThat(carried.area()).isGreaterThan(20);
          assertThat(carried.width()).isEqualTo(72);
        }
      }
    }
  }

  @Test
  void exactlyHalfOfAClusterIsNotEnough() {
    ClusterMap map = fourPixels(0.95f, 1);
    BitMask half = new BitMask(4, 1);
    half.set(0, 0);
    half.set(1, 0);
    assertThat(LabelPropagation.targetClusters(map, half, 1, Thresholds.PAPER)).containsOnly(false);
    half.set(2, 0);
    assertThat(LabelPropagation.targetClusters(map, half, 1, Thresholds.PAPER)).containsOnly(true);
  }

  @Test
  void pixelsThatFitNoClusterOrShowNothingDoNotCount() {
    BitMask all = new BitMask(4, 1);
    all.setRow(0, 0, 4);
    assertThat(LabelPropagation.targetClusters(fourPixels(0.85f, 1), all, 1, Thresholds.PAPER))
        .containsOnly(false);
    ClusterMap transparent = fourPixels(0.95f, 0.4f);
    assertThat(LabelPropagation.targetClusters(transparent, all, 1, Thresholds.PAPER))
        .containsOnly(false);
    assertThat(transparent.visible(0.5)).containsOnly(-1);
    assertThat(transparent.visible(0.3)).containsOnly(0);
    assertThat(transparent.mask(new boolean[] {true}, Thresholds.PAPER.withAlpha(0.3)).area())
        .isEqualTo(4);
  }

  private static ClusterMap fourPixels(float cosine, float alpha) {
    return new ClusterMap(
        Level.COARSE,
        4,
        1,
        new Matches(new int[4], new float[] {cosine, cosine, cosine, cosine}),
        new float[] {alpha, alpha, alpha, alpha});
  }
}

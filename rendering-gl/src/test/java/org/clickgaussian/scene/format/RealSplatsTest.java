package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.testing.SharedData;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files as programs in the world have written them. */
class RealSplatsTest {
  private static final Workers WORKERS = Workers.of(2);

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @Test
  void bonsaiLeavesOutItsInvalidRows() {
    LoadedSplat loaded = read("scene_bonsai/point_cloud/iteration_4750/point_cloud.ply");
    try (var scene = loaded.scene()) {
      assertThat(scene.count()).isEqualTo(118_700);
      assertThat(scene.fileCount()).isEqualTo(118_704);
      assertThat(scene.harmonicsDegree()).isEqualTo(3);
      assertThat(loaded.warnings()).hasSize(1);
      assertThat(loaded.warnings().getFirst()).startsWith("4 Gaussians").contains("rows 4922, ");
      assertThat(scene.fileIndex(4921)).isEqualTo(4921);
      assertThat(scene.fileIndex(4922)).isEqualTo(4923);
    }
  }

  @Test
  void fernIsWhole() {
    LoadedSplat loaded = read("scene_fern/point_cloud/iteration_1500/point_cloud.ply");
    try (var scene = loaded.scene()) {
      assertThat(scene.count()).isEqualTo(67_964);
      assertThat(loaded.warnings()).isEmpty();
      assertThat(loaded.format()).isEqualTo(SplatFormat.INRIA_PLY);
    }
  }

  @Test
  void plainFileHasNoHigherHarmonics() {
    try (var scene = read("splats/plain_20k.ply").scene()) {
      assertThat(scene.count()).isEqualTo(20_000);
      assertThat(scene.harmonicsDegree()).isZero();
    }
  }

  private static LoadedSplat read(String name) {
    return SplatFormats.read(SharedData.require(name), WORKERS, Progress.NONE);
  }
}

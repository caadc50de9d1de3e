package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFeaturesTest {
  private static final TrainingSettings SETTINGS =
      TinyTraining.settings(2).with(Hyperparameter.POOLED_PIXELS, 1);

  @TempDir private Path folder;

  private static SegmentFeatures pooled(TinyTraining training, FeatureField field) {
    return SegmentFeatures.pool(
        training.scene(), SETTINGS, field, training.workers(), Progress.NONE);
  }

  @Test
  void viewByViewIsAsAllAtOnceAndFilesBringBackTheBits() {
    try (TinyTraining training = new TinyTraining(700, 2);
        PoolingBuild build = new PoolingBuild(training.scene(), SETTINGS);
        FeatureField field =
            InitialFeatures.draw(700, FeatureLayout.PAPER, 5, training.workers())) {
      SegmentFeatures pooled = pooled(training, field);
      assertThat(pooled.coarse().count()).isGreaterThan(4);
      assertThat(pooled)
          .usingRecursiveComparison()
          .isEqualTo(SegmentFeatures.of(build.await(Progress.NONE), field, training.workers()));
      Path file = folder.resolve("segments.safetensors");
      SegmentFeaturesFile.write(file, pooled);
      SegmentFeatures read = SegmentFeaturesFile.read(file, FeatureLayout.PAPER);
      assertThat(read).usingRecursiveComparison().isEqualTo(pooled);
      HdbscanParameters parameters = HdbscanParameters.of(2, 0);
      GlobalClusters found =
          read.cluster(
              FeatureLayout.PAPER, parameters, parameters, training.workers(), Progress.NONE);
      assertThat(found.fine().segments()).isEqualTo(pooled.level(Level.FINE).count());
    }
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Path file = folder.resolve("segments.safetensors");
    try (TinyTraining training = new TinyTraining(100, 1);
        FeatureField field =
            InitialFeatures.draw(100, FeatureLayout.PAPER, 5, training.workers())) {
      SegmentFeaturesFile.write(file, pooled(training, field));
    }
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(2);
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 8; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      int length = round % 2 == 0 ? random.nextInt(whole.length) : whole.length;
      Files.write(file, Arrays.copyOf(damaged, length));
      try {
        SegmentFeaturesFile.read(file, FeatureLayout.PAPER);
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).contains("segments.safetensors").doesNotContain("\n");
      }
    }
    assertThat(refused).isGreaterThan(80);
    assertThatThrownBy(() -> SegmentFeaturesFile.read(folder.resolve("none"), FeatureLayout.PAPER))
        .isInstanceOf(InputException.class);
  }
}

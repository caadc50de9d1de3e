package org.clickgaussian.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDeviceTest {
  @TempDir private Path folder;

  @Test
  void theProcessorNeedsNoReason() {
    TrainingDevice device = TrainingDevice.of(Backend.CPU, true);
    assertThat(device.backend()).contains("cpu");
    assertThat(device.reason()).isEmpty();
  }

  @Test
  void aRunThatGoesOnStaysOnItsDeviceUnlessOneIsNamed() {
    assertThat(TrainingDevice.of(Backend.AUTO, true).backend()).isEmpty();
    assertThat(TrainingDevice.of(Backend.AUTO, false).backend()).contains("auto");
  }

  @Test
  void aDriverThatComputesOnTheProcessorIsTakenWhereItIsNamed() {
    GlTestContext.open().close();
    TrainingDevice device = TrainingDevice.of(Backend.GL, false);
    assertThat(device.backend()).contains("gl");
    assertThat(device.reason()).isEmpty();
  }

  @Test
  void aQuickTrainingIsPlannedForTheDeviceThatIsWanted() {
    TrainedScene scene = TrainedScene.get();
    Workers workers = Workers.of(1);
    try (OpenScene opened = OpenScene.open(scene.folder(), workers, Progress.NONE)) {
      TrainingPlan plan =
          QuickTraining.plan(opened, scene.folder(), scene.masks(), new RunFolder(folder));
      assertThat(plan.config().backend()).isEqualTo("cpu");
      assertThat(TrainingDevice.of(Backend.AUTO, false).applyTo(plan).config().backend())
          .isEqualTo("auto");
    }
  }
}

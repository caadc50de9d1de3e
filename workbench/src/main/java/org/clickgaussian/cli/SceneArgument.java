package org.clickgaussian.cli;

import java.nio.file.Path;
import org.clickgaussian.cli.JobCommand.Job;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.work.Progress;
import picocli.CommandLine.Parameters;

/** The scene that a command works on. */
final class SceneArgument {

  @Parameters(
      paramLabel = "SCENE",
      description =
          "Folder with a splat, cameras (sparse/0, cameras.json or transforms.json) and images/,"
              + " or a splat file.")
  private Path path;

  /** As typed. */
  Path path() {
    return path;
  }

  /** Opens the scene and passes its warnings on; the caller closes it. */
  OpenScene open(Job job, Progress progress) {
    return open(job, RenderingDevice.processor(), progress);
  }

  /**
   * Opens the scene and passes its warnings on; the caller closes it.
   *
   * @param device what splats it; to be closed after the scene
   */
  OpenScene open(Job job, RenderingDevice device, Progress progress) {
    OpenScene scene = OpenScene.open(path, device, job.workers(), progress);
    scene.warnings().forEach(job.warnings());
    return scene;
  }
}

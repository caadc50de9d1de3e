package org.clickgaussian.cli;

import java.nio.file.Path;
import org.clickgaussian.cli.JobCommand.Job;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.work.Progress;
import picocli.CommandLine.Parameters;

/** The scene that a command works on, where it may do without one. */
final class SceneIfAny {

  @Parameters(
      paramLabel = "SCENE",
      arity = "0..1",
      description =
          "Folder with a splat, cameras (sparse/0, cameras.json or transforms.json) and images/,"
              + " or a splat file.")
  private Path path;

  /** As typed; null if nothing was. */
  Path path() {
    return path;
  }

  /** Opens the scene and passes its warnings on; the caller closes it. */
  OpenScene open(Job job, Progress progress) {
    OpenScene scene = OpenScene.open(path, job.workers(), progress);
    scene.warnings().forEach(job.warnings());
    return scene;
  }
}

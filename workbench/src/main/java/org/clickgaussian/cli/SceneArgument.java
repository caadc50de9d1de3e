package org.clickgaussian.cli;

import java.nio.file.Path;
import org.clickgaussian.cli.JobCommand.Job;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.format.LoadedSplat;
import org.clickgaussian.scene.format.SplatFormats;
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

  /** Looks at the folder and passes its warnings on. */
  SceneFolder open(Job job) {
    SceneFolder folder = SceneFolder.open(path);
    folder.warnings().forEach(job.warnings());
    return folder;
  }

  /** Reads the splat and passes the warnings on; the caller closes the scene. */
  static GaussianScene read(SceneFolder folder, Job job, Progress progress) {
    LoadedSplat splat = SplatFormats.read(folder.splatFile(), job.workers(), progress);
    splat.warnings().forEach(job.warnings());
    return splat.scene();
  }
}

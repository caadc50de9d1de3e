package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scene that the window is opened on for an errand, and its run. */
final class SceneWithRun {
  @Parameters(paramLabel = "SCENE", description = "Folder of a scene, or a splat file.")
  private Path scene;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Run that clicks are answered from. Default: the newest of the scene.")
  private Path run;

  /** The window on this scene. */
  WindowOptions windowFor(WindowErrand errand) {
    return new WindowOptions(Optional.of(scene), Optional.ofNullable(run), errand);
  }
}

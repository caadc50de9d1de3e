package org.clickgaussian.cli;

import java.nio.file.Path;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes pictures of the window. */
@Command(
    name = "gallery",
    header = "Take pictures of every pane and mode of the window, in both themes.",
    description = {
      "Opens the window at 1280 × 800 on a scene, shows one thing after the other, writes a PNG of"
          + " each and closes. Works without a display too.",
      ""
    },
    footer = {"", "Example:", "  clickgaussian gallery room --run room/run --out pictures"})
final class GalleryCommand extends WindowCommand {

  @Mixin private SceneWithRun scene;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the pictures; made if it is not there.")
  private Path out;

  @Override
  WindowOptions window() {
    return scene.windowFor(new WindowErrand.TakePictures(out));
  }
}

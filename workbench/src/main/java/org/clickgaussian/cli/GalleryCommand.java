package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

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
final class GalleryCommand implements Callable<Integer> {

  @ParentCommand private ClickGaussianCommand parent;

  @Parameters(paramLabel = "SCENE", description = "Folder of a scene, or a splat file.")
  private Path scene;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Run that clicks are answered from. Default: the newest of the scene.")
  private Path run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the pictures; made if it is not there.")
  private Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--verbose", description = "When something fails, print the stack trace too.")
  private boolean verbose;

  @Override
  public Integer call() {
    return parent
        .terminal()
        .openWindow(
            new WindowOptions(
                Optional.of(scene), Optional.ofNullable(run), new WindowErrand.TakePictures(out)));
  }
}

package org.clickgaussian.cli;

import java.util.concurrent.Callable;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The program itself: says what commands there are. */
@Command(
    name = "clickgaussian",
    versionProvider = ClickGaussianCommand.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      UiCommand.class,
      InfoCommand.class,
      RenderCommand.class,
      MasksCommand.class,
      ModelsCommand.class,
      TrainCommand.class,
      ClickCommand.class,
      EvaluateCommand.class,
      RunsCommand.class,
      SampleCommand.class,
      ViewsCommand.class,
      BenchCommand.class,
      DemoCommand.class,
      CheckGradientsCommand.class,
      GalleryCommand.class,
      SoakCommand.class,
      PulsesCommand.class
    },
    header = "Segment a scene of 3D Gaussians with a click.",
    description = {
      "",
      "A scene is a folder with a splat (.ply, .splat, .spz or .sog), its cameras (COLMAP sparse/0,"
          + " cameras.json or transforms.json) and the photos (images/). Masks are segments of"
          + " those photos as Segment Anything makes them. Training gives every Gaussian a feature"
          + " at two levels, coarse for objects and fine for parts; then a click on a pixel selects"
          + " the Gaussians of the object or part under it.",
      ""
    },
    footer = {
      "",
      "First steps:",
      "  clickgaussian                               the window; without a command it opens",
      "  clickgaussian demo                          the whole way on a generated scene",
      "  clickgaussian info garden                   what a scene folder holds",
      "  clickgaussian train garden --masks garden/masks --run garden/run",
      "  clickgaussian click garden --run garden/run --view DSC01 --at 320,240 --out object.ply",
      "",
      "'clickgaussian COMMAND --help' explains a command.",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled."
    })
final class ClickGaussianCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  ClickGaussianCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Without a command: the window. */
  @Override
  public Integer call() {
    return terminal.openWindow(WindowOptions.START);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ClickGaussianCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "clickgaussian " + (version == null ? "(unpackaged)" : version),
        "Java " + Runtime.version() + " on " + System.getProperty("os.name")
      };
    }
  }
}

package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import org.clickgaussian.splat.device.Backend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the window. */
@Command(
    name = "ui",
    header = "Open the window.",
    description = {
      "Shows a scene in real time; a click selects an object or a part of it. Without a scene the"
          + " start page opens, which offers recent scenes and a sample.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian ui garden",
      "  clickgaussian ui room --run room/run"
    })
final class UiCommand extends WindowCommand {

  private static final double MILLISECOND = 1e-3;

  @Parameters(
      paramLabel = "SCENE",
      arity = "0..1",
      description = "Folder of a scene, or a splat file. Default: the start page.")
  private Path scene;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Run that clicks are answered from. Default: the one used last, or the newest.")
  private Path run;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = BackendOption.Converter.class,
      description =
          "What draws and trains: gl (OpenGL), cpu, or auto: gl where there is a graphics"
              + " processor, else cpu. Default: what the window's preferences say.")
  private Backend backend;

  @Option(
      names = "--measure-start",
      description = "Say after how many seconds the window was on the screen, and close it.")
  private boolean measureStart;

  @Override
  WindowOptions window() {
    return new WindowOptions(
        Optional.ofNullable(scene),
        Optional.ofNullable(run),
        measureStart ? new WindowErrand.Appear(this::tellStart) : new WindowErrand.Stay(),
        Optional.ofNullable(backend));
  }

  /** Counted from the start of the Java machine. */
  private void tellStart() {
    long born = ManagementFactory.getRuntimeMXBean().getStartTime();
    PrintWriter out = out();
    out.printf(
        Locale.ROOT,
        "on the screen after %.2f s%n",
        (System.currentTimeMillis() - born) * MILLISECOND);
    out.flush();
  }
}

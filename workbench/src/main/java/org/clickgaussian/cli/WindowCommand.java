package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that opens the window and ends with it. */
abstract class WindowCommand implements Callable<Integer> {
  @ParentCommand private ClickGaussianCommand parent;

  @Spec private CommandSpec spec;

  @Mixin private HelpOptions common;

  /**
   * How the window is to be opened.
   *
   * @throws ParameterException if options make no sense
   */
  abstract WindowOptions window();

  @Override
  public Integer call() {
    return parent.terminal().openWindow(window());
  }

  /** The failure to throw when options make no sense; exit status 2. */
  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Standard output. */
  final PrintWriter out() {
    return parent.terminal().out();
  }
}

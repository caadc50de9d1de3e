package org.clickgaussian.cli;

import java.io.PrintWriter;
import org.clickgaussian.app.start.WindowOptions;
import org.clickgaussian.app.start.WindowProgram;

/**
 * Where a command prints and how a person stops it.
 *
 * @param out standard output: answers only
 * @param err standard error: progress, warnings, failures
 * @param interactive whether {@code err} is a terminal on which a line can be redrawn
 * @param cancellation asked for by Ctrl-C
 * @param window the window, which some commands open
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean interactive,
    Cancellation cancellation,
    WindowProgram window) {

  /** Opens the window and waits until it is closed, by a person or by Ctrl-C. */
  int openWindow(WindowOptions options) {
    cancellation.onRequest(window::close);
    return window.open(options);
  }
}

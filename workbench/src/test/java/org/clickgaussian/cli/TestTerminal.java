package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.clickgaussian.app.start.WindowOptions;

/** A terminal that remembers what was printed. */
final class TestTerminal {

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final Cancellation cancellation = new Cancellation();

  /** How the window was to be opened; null if it was not. */
  WindowOptions opened;

  Terminal plain() {
    return terminal(false);
  }

  Terminal interactive() {
    return terminal(true);
  }

  /** Runs one command line and returns its exit status. */
  int run(String... arguments) {
    return Main.execute(plain(), arguments);
  }

  private Terminal terminal(boolean interactive) {
    return new Terminal(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        interactive,
        cancellation,
        options -> {
          opened = options;
          return 0;
        });
  }
}

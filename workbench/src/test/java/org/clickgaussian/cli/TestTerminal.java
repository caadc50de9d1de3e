package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal that remembers what was printed. */
final class TestTerminal {

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final Cancellation cancellation = new Cancellation();

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
        new PrintWriter(out, true), new PrintWriter(err, true), interactive, cancellation);
  }
}

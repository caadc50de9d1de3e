package org.clickgaussian.reference;

import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * Keeps one kind of line off the console: ND4J prints one to the standard output for every
 * operation that it differentiates, and has no setting for it. All other output passes, that of
 * other threads too.
 */
final class QuietConsole extends PrintStream {
  private static final String NOISE = "Added differentiated op ";

  private QuietConsole(PrintStream console) {
    super(console, true);
  }

  /** Runs a task without those lines; the console is as before afterwards. */
  static synchronized <T> T during(Supplier<T> task) {
    PrintStream console = System.out;
    System.setOut(new QuietConsole(console));
    try {
      return task.get();
    } finally {
      System.setOut(console);
    }
  }

  @Override
  public void println(String line) {
    if (line == null || !line.startsWith(NOISE)) {
      super.println(line);
    }
  }
}

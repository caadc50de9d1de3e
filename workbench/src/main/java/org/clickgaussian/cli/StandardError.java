package org.clickgaussian.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/**
 * The standard error that the launcher kept aside.
 *
 * <p>The Java machine itself prints a warning about the vector module on standard error, which no
 * option silences. So the launcher lets that stream run through a filter and hands the unfiltered
 * one over under the name in the system property {@value #PROPERTY}; what the program prints then
 * reaches the terminal directly, bars and half lines included.
 */
final class StandardError {

  static final String PROPERTY = "clickgaussian.stderr";

  private StandardError() {}

  /** Makes {@link System#err} the unfiltered stream, where there is one. */
  static void adopt() {
    String name = System.getProperty(PROPERTY);
    if (name == null) {
      return;
    }
    try {
      // Appending, because the stream may lead to a file that others write to as well.
      System.setErr(new PrintStream(new FileOutputStream(name, true), true, System.err.charset()));
    } catch (IOException e) {
      // A stream that cannot be opened a second time (a socket): the filtered one serves too.
      System.err.flush();
    }
  }
}

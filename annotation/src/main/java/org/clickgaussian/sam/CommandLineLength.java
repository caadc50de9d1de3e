package org.clickgaussian.sam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.io.InputException;

/**
 * A guard for ONNX Runtime: its version 1.29.0 for Linux ends the whole program without a word when
 * the command line of the process is longer than a page of memory (4,096 bytes), as a class path
 * easily is.
 */
final class CommandLineLength {
  /** Lengths below a page were seen to work. */
  private static final int MOST_BYTES = 4000;

  private CommandLineLength() {}

  /**
   * Refuses to go on where the program would end.
   *
   * @throws InputException if this process was started with too long a command line
   */
  static void check() {
    Path own = Path.of("/proc/self/cmdline");
    if (!Files.isReadable(own)) {
      return;
    }
    try (InputStream stream = Files.newInputStream(own)) {
      check(stream.readNBytes(MOST_BYTES + 1).length);
    } catch (IOException e) {
      throw InputException.in(own, "cannot be read: " + e.getMessage(), e);
    }
  }

  static void check(int bytes) {
    if (bytes > MOST_BYTES) {
      throw new InputException(
          "the program's command line is longer than %,d bytes, with which ONNX Runtime cannot"
                  .formatted(MOST_BYTES)
              + " start; give the class path in the variable CLASSPATH, as src/bin/clickgaussian"
              + " does");
    }
  }
}

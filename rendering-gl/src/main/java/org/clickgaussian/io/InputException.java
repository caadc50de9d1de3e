package org.clickgaussian.io;

import java.nio.file.Path;

/**
 * Something that the user gave cannot be used. The message is one sentence for a person: it names
 * the file or the setting, says what is wrong with it, and what to do.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure told in one sentence. */
  public InputException(String message) {
    super(message);
  }

  /** A failure told in one sentence, with what brought it to light. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A failure of one file: "path: what is wrong and what to do". */
  public static InputException in(Path file, String problem) {
    return new InputException(file + ": " + problem);
  }

  /** A failure of one file, with what brought it to light. */
  public static InputException in(Path file, String problem, Throwable cause) {
    return new InputException(file + ": " + problem, cause);
  }
}

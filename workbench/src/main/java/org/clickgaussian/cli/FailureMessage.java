package org.clickgaussian.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.CancelledException;

/**
 * A failure in one sentence for a person.
 *
 * @param sentence what is wrong and what to do
 * @param exitStatus of the program
 */
record FailureMessage(String sentence, int exitStatus) {

  private static final int FAILED = 1;
  private static final int CANCELLED = 130;

  /** Finds the words for what a command threw. */
  static FailureMessage of(Throwable failure) {
    return switch (failure) {
      case CancelledException e -> new FailureMessage(e.getMessage(), CANCELLED);
      case InputException e -> new FailureMessage(e.getMessage(), FAILED);
      case UncheckedIOException e -> of(e.getCause());
      case IOException e -> new FailureMessage(file(e), FAILED);
      case OutOfMemoryError e -> new FailureMessage(memory(e), FAILED);
      default -> new FailureMessage(unexpected(failure), FAILED);
    };
  }

  private static String memory(OutOfMemoryError error) {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    return ("not enough memory (%s; the heap may grow to %d MiB): give more with"
            + " CLICKGAUSSIAN_HEAP=12g, or use a smaller scene")
        .formatted(error.getMessage(), heap);
  }

  private static String file(IOException failure) {
    if (isDiskFull(failure)) {
      return place(failure) + "the disk is full: free some space and try again";
    }
    return switch (failure) {
      case AccessDeniedException e -> e.getFile() + ": no permission; check who owns it";
      case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
      case FileAlreadyExistsException e -> e.getFile() + ": is in the way; remove or rename it";
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }

  private static boolean isDiskFull(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left") || message.contains("not enough space");
  }

  private static String place(IOException failure) {
    return failure instanceof FileSystemException e && e.getFile() != null
        ? e.getFile() + ": "
        : "";
  }

  private static String unexpected(Throwable failure) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage().strip();
    return "unexpected %s%s (use --verbose for the stack trace)"
        .formatted(failure.getClass().getSimpleName(), message);
  }
}

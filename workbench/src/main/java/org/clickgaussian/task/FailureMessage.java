package org.clickgaussian.task;

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
 * @param kind what sort of failure it is
 */
public record FailureMessage(String sentence, Kind kind) {
  /** Sorts of failures. */
  public enum Kind {
    /** A file or a setting that was given cannot be used. */
    INPUT,
    /** The system did not let a file be read or written. */
    FILE,
    /** The memory does not suffice. */
    MEMORY,
    /** A person changed their mind. */
    CANCELLED,
    /** The program's own mistake. */
    UNEXPECTED
  }

  /** Finds the words for what was thrown. */
  public static FailureMessage of(Throwable failure) {
    return switch (failure) {
      case CancelledException e -> new FailureMessage(e.getMessage(), Kind.CANCELLED);
      case InputException e -> new FailureMessage(input(e), Kind.INPUT);
      case UncheckedIOException e -> of(e.getCause());
      case IOException e -> new FailureMessage(file(e), Kind.FILE);
      case OutOfMemoryError e -> new FailureMessage(memory(e), Kind.MEMORY);
      default -> new FailureMessage(unexpected(failure), Kind.UNEXPECTED);
    };
  }

  /** A full disk is told of with the way out, whoever noticed it. */
  private static String input(InputException failure) {
    return failure.getCause() instanceof IOException cause && isDiskFull(cause)
        ? failure.getMessage() + "; the disk is full: free some space and try again"
        : failure.getMessage();
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
    return "unexpected %s%s".formatted(failure.getClass().getSimpleName(), message);
  }
}

package org.clickgaussian.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are either whole or not there: written under a temporary name in the same folder, then
 * moved over the old one. When writing fails, the temporary file is deleted and the old file stays.
 */
public final class AtomicFile {
  /** Writes the content of a file to a stream. */
  @FunctionalInterface
  public interface StreamContent {
    /** Writes all of the content; need not close or flush. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Writes the content of a file to a path that does not exist yet. */
  @FunctionalInterface
  public interface PathContent {
    /** Creates {@code temporary} and writes all of the content to it. */
    void writeTo(Path temporary) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes a file through a buffered stream; missing folders are created.
   *
   * @throws InputException if the file cannot be written: no permission, no space, not a folder
   */
  public static void write(Path file, StreamContent content) {
    writeTo(
        file,
        temporary -> {
          try (OutputStream stream =
              new BufferedOutputStream(
                  Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            content.writeTo(stream);
          }
        });
  }

  /**
   * Writes a file by a program that wants a path; missing folders are created.
   *
   * @throws InputException if the file cannot be written: no permission, no space, not a folder
   */
  public static void writeTo(Path file, PathContent content) {
    Path target = file.toAbsolutePath();
    String marker = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + marker + ".part");
    try {
      Files.createDirectories(target.getParent());
      try {
        content.writeTo(temporary);
        force(temporary);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw InputException.in(file, "cannot be written: " + reason(e), e);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    }
  }

  /** What went wrong with a file, in words for a person. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}

package org.clickgaussian.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder. */
public final class FolderFiles {
  private FolderFiles() {}

  /**
   * All files in a folder and the folders in it, sorted; hidden files (with a dot before the name)
   * are passed over, links are followed.
   *
   * @throws InputException if a folder cannot be listed
   */
  public static List<Path> below(Path folder) {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e.getCause());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** The path of a file relative to a folder, with slashes on every system. */
  public static String relativePath(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static InputException unreadable(Path folder, IOException cause) {
    return InputException.in(folder, "cannot be listed: " + AtomicFile.reason(cause), cause);
  }
}

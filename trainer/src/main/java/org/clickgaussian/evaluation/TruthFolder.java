package org.clickgaussian.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** Listing folders of images. */
final class TruthFolder {
  private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg");

  private TruthFolder() {}

  /** What lies in a folder, sorted; hidden files left out. */
  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }

  /** The images in a folder, sorted. */
  static List<Path> images(Path folder) {
    return list(folder).stream().filter(TruthFolder::isImage).toList();
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(extension) && Files.isRegularFile(file);
  }

  /** A file's name without its extension. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}

package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * What files of one kind hold, read again only when they changed.
 *
 * @param <T> what is read
 */
final class RememberedFiles<T> {
  private final Function<Path, T> reader;
  private final Map<Path, Entry<T>> entries = new HashMap<>();

  /**
   * What a file holds, or why that cannot be told.
   *
   * @param value empty where there is no such file or it cannot be used
   * @param problem a sentence; empty if all is well
   */
  record Content<T>(Optional<T> value, String problem) {}

  private record Entry<T>(long size, FileTime modified, Content<T> content) {}

  RememberedFiles(Function<Path, T> reader) {
    this.reader = reader;
  }

  Content<T> of(Path file) {
    if (!Files.exists(file)) {
      entries.remove(file);
      return new Content<>(Optional.empty(), "");
    }
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Entry<T> known = entries.get(file);
      if (known == null
          || known.size() != now.size()
          || !known.modified().equals(now.lastModifiedTime())) {
        known = new Entry<>(now.size(), now.lastModifiedTime(), read(file));
        entries.put(file, known);
      }
      return known.content();
    } catch (IOException e) {
      return new Content<>(
          Optional.empty(), file + ": cannot be looked at: " + AtomicFile.reason(e));
    }
  }

  private Content<T> read(Path file) {
    try {
      return new Content<>(Optional.of(reader.apply(file)), "");
    } catch (InputException e) {
      return new Content<>(Optional.empty(), e.getMessage());
    }
  }
}

package org.clickgaussian.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The licences of all libraries in the program, from {@code licences.tsv}; a test holds that list
 * against the class path.
 */
final class Licences {

  /**
   * A library.
   *
   * @param artifact the name of its jar without version
   * @param name what it is called
   * @param licence its terms
   */
  record Entry(String artifact, String name, String licence) {}

  private Licences() {}

  /** All libraries, by name. */
  static List<Entry> all() {
    try (InputStream stream = Licences.class.getResourceAsStream("licences.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("licences.tsv is missing in the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Entry(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks for files. The window opens the system's choosers; tests answer by themselves, because
 * choosers cannot be driven without a display.
 */
public interface FileChoosers {
  /** A folder to open; empty if the person changed their mind. */
  Optional<Path> folder(String title);

  /** A file to open with one of some endings such as "ply". */
  Optional<Path> open(String title, List<String> endings);

  /** A file to write; the first ending is the default. */
  Optional<Path> save(String title, String suggestedName, List<String> endings);
}

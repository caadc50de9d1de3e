package org.clickgaussian.project;

import java.nio.file.Path;

/**
 * A folder with files that belong together: a mask set, annotations.
 *
 * @param folder where it lies
 * @param files how many files lie directly in it; hidden ones do not count
 */
public record FolderEntry(Path folder, int files) {
  /** The name of the folder. */
  public String name() {
    return folder.getFileName().toString();
  }
}

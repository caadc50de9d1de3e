package org.clickgaussian.masks;

import java.nio.file.Path;

/**
 * A mask set of a scene.
 *
 * @param folder where it lies
 * @param photos how many of the scene's views have masks in it
 * @param elsewhere whether it lies outside of the scene's folder
 * @param problem why it cannot be used; empty if it can
 */
public record MaskSetEntry(Path folder, int photos, boolean elsewhere, String problem) {
  /** The name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** Whether masks can be taken from it. */
  public boolean usable() {
    return problem.isEmpty();
  }
}

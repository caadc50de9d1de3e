package org.clickgaussian.app.start;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the window is to be opened.
 *
 * @param scene folder or splat to open; empty for the start page
 * @param run of that scene to use; empty for the one used last, or the newest
 * @param gallery folder to put pictures of every pane into, after which the window closes; empty
 *     for a window that stays
 * @param shown run when the window is on the screen, after which it closes; empty for a window that
 *     stays
 */
public record WindowOptions(
    Optional<Path> scene, Optional<Path> run, Optional<Path> gallery, Optional<Runnable> shown) {
  /** The start page. */
  public static final WindowOptions START =
      new WindowOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

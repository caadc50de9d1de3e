package org.clickgaussian.app.start;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the window is to be opened.
 *
 * @param scene folder or splat to open; empty for the start page
 * @param run of that scene to use; empty for the one used last, or the newest
 * @param errand what it is opened for
 */
public record WindowOptions(Optional<Path> scene, Optional<Path> run, WindowErrand errand) {
  /** The start page. */
  public static final WindowOptions START =
      new WindowOptions(Optional.empty(), Optional.empty(), new WindowErrand.Stay());
}

package org.clickgaussian.app.start;

import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.splat.device.Backend;

/**
 * How the window is to be opened.
 *
 * @param scene folder or splat to open; empty for the start page
 * @param run of that scene to use; empty for the one used last, or the newest
 * @param errand what it is opened for
 * @param backend what is computed on, whatever the preferences say; empty to follow them
 */
public record WindowOptions(
    Optional<Path> scene, Optional<Path> run, WindowErrand errand, Optional<Backend> backend) {
  /** The start page. */
  public static final WindowOptions START =
      new WindowOptions(Optional.empty(), Optional.empty(), new WindowErrand.Stay());

  /** Computed on what the preferences say. */
  public WindowOptions(Optional<Path> scene, Optional<Path> run, WindowErrand errand) {
    this(scene, run, errand, Optional.empty());
  }
}

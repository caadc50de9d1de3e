package org.clickgaussian.compare;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One of the things that are compared: a run, or the masks.
 *
 * @param run the run's folder; empty for the masks of the scene
 */
record ComparedPanel(Optional<Path> run) {
  /** The masks of the training view at which the camera stands. */
  static final ComparedPanel MASKS = new ComparedPanel(Optional.empty());

  static ComparedPanel of(Path run) {
    return new ComparedPanel(Optional.of(run));
  }

  boolean isMasks() {
    return run.isEmpty();
  }

  /** The name of the run's folder; empty for the masks. */
  String name() {
    return run.map(folder -> folder.getFileName().toString()).orElse("");
  }
}

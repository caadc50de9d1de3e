package org.clickgaussian.compare;

import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.text.Texts;

/**
 * One of the things that are compared: a run, the masks, or what is true.
 *
 * @param run the run's folder; empty for the others
 * @param truth whether it is the truth; else, without a run, the masks
 */
record ComparedPanel(Optional<Path> run, boolean truth) {
  /** The masks of the training view at which the camera stands. */
  static final ComparedPanel MASKS = new ComparedPanel(Optional.empty(), false);

  /** What is annotated in the view at which the camera stands. */
  static final ComparedPanel TRUTH = new ComparedPanel(Optional.empty(), true);

  private static final Texts TEXTS = Texts.of("compare");

  static ComparedPanel of(Path run) {
    return new ComparedPanel(Optional.of(run), false);
  }

  /** Whether it shows segments of a view, masks or truth, rather than what a run learnt. */
  boolean isOfView() {
    return run.isEmpty();
  }

  /** What it is called. */
  String name() {
    return run.map(folder -> folder.getFileName().toString())
        .orElseGet(() -> TEXTS.get(truth ? "truth" : "masks"));
  }
}

package org.clickgaussian.compare;

import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;

/** What a person wants of the comparison. */
sealed interface CompareIntent {
  /** Compares the picked runs, from where the viewport's camera stands. */
  record Open() implements CompareIntent {}

  /** Compares no longer. */
  record Close() implements CompareIntent {}

  /** The masks are one of the panels, or no longer. */
  record WithMasks(boolean wanted) implements CompareIntent {}

  /** What is annotated is one of the panels, or no longer. */
  record WithTruth(boolean wanted) implements CompareIntent {}

  /** Another arrangement. */
  record Arrange(Arrangement arrangement) implements CompareIntent {}

  /** Which two a wipe or a difference is of, by their numbers. */
  record Pair(int first, int second) implements CompareIntent {}

  /** Where the line of the wipe stands, a share of the width. */
  record Wipe(double share) implements CompareIntent {}

  /** Another mode in all panels. */
  record Show(ViewportMode mode) implements CompareIntent {}

  /** The camera of all panels is elsewhere. */
  record Move(CameraRig rig, boolean underway) implements CompareIntent {}

  /** The camera came to rest. */
  record Rest() implements CompareIntent {}

  /** To a training view so many places after the nearest. */
  record Step(int views) implements CompareIntent {}

  /** The size of one picture in pixels. */
  record Resize(int width, int height) implements CompareIntent {}
}

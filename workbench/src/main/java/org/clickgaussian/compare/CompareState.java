package org.clickgaussian.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;

/**
 * What is compared and how. Immutable.
 *
 * @param open whether anything is compared now
 * @param panels what is compared
 * @param arrangement how it is shown
 * @param first number of the panel that a wipe shows on the left and a difference starts from
 * @param second number of the other panel
 * @param wipe share of the width at which the line of the wipe stands
 * @param mode what all panels show
 * @param rig the camera of all panels; empty without a scene
 * @param view key of the training view at which the camera stands; empty elsewhere
 * @param moving whether the camera is on its way
 */
record CompareState(
    boolean open,
    List<ComparedPanel> panels,
    Arrangement arrangement,
    int first,
    int second,
    double wipe,
    ViewportMode mode,
    Optional<CameraRig> rig,
    Optional<String> view,
    boolean moving) {
  /** At most so many panels. */
  static final int MOST_PANELS = 4;

  /** Nothing is compared. */
  static final CompareState CLOSED =
      new CompareState(
          false,
          List.of(),
          Arrangement.SIDE_BY_SIDE,
          0,
          1,
          0.5,
          ViewportMode.CLUSTERS_COARSE,
          Optional.empty(),
          Optional.empty(),
          false);

  CompareState with(List<ComparedPanel> others) {
    return new CompareState(true, others, arrangement, 0, 1, wipe, mode, rig, view, moving);
  }

  CompareState with(Arrangement other) {
    return new CompareState(open, panels, other, first, second, wipe, mode, rig, view, moving);
  }

  CompareState withPair(int one, int other) {
    return new CompareState(open, panels, arrangement, one, other, wipe, mode, rig, view, moving);
  }

  CompareState withWipe(double share) {
    return new CompareState(
        open, panels, arrangement, first, second, share, mode, rig, view, moving);
  }

  CompareState with(ViewportMode other) {
    return new CompareState(
        open, panels, arrangement, first, second, wipe, other, rig, view, moving);
  }

  CompareState with(Optional<CameraRig> there, Optional<String> at, boolean underway) {
    return new CompareState(
        open, panels, arrangement, first, second, wipe, mode, there, at, underway);
  }

  CompareState closed() {
    return new CompareState(
        false, List.of(), arrangement, 0, 1, wipe, mode, Optional.empty(), view, false);
  }

  /** Whether one of the two that a wipe or a difference is of shows segments of the view. */
  boolean viewInPair() {
    return panels.get(first).isOfView() || panels.get(second).isOfView();
  }

  /** Whether one of those two is the truth. */
  boolean truthInPair() {
    return panels.get(first).truth() || panels.get(second).truth();
  }

  /** The numbers of the panels that are rendered. */
  List<Integer> rendered() {
    return arrangement == Arrangement.SIDE_BY_SIDE
        ? IntStream.range(0, panels.size()).boxed().toList()
        : List.of(first, second);
  }
}

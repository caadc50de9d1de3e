package org.clickgaussian.mask;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;

/** A view with its masks and the depth of what it shows, to be compared with others. */
final class SeenView {
  /** Pixels between compared ones, in both directions. */
  static final int STEP = 4;

  private static final double SAME_DEPTH = 0.05;

  private final View view;
  private final TwoLevelMasks masks;

  /** z of each pixel, 0 where nothing covers it. */
  private final float[] depths;

  private SeenView(View view, TwoLevelMasks masks, float[] depths) {
    this.view = view;
    this.masks = masks;
    this.depths = depths;
  }

  /** Renders the depth of a view. */
  static SeenView of(View view, TwoLevelMasks masks, DepthSource depth) {
    return new SeenView(view, masks, depth.depths(view.camera()));
  }

  /** Which labels of a level lie on which of another view, at the pixels that are compared. */
  LabelMeetings meet(SeenView other, Level level) {
    SegmentMap here = level.of(masks);
    SegmentMap there = level.of(other.masks);
    LabelMeetings meetings = new LabelMeetings(here.count(), there.count());
    RigidTransform toWorld = view.camera().viewMatrix().inverse();
    for (int row = STEP / 2; row < here.height(); row += STEP) {
      for (int column = STEP / 2; column < here.width(); column += STEP) {
        int a = here.segments()[row * here.width() + column];
        int pixel = a == 0 ? -1 : carried(row, column, toWorld, other);
        int b = pixel < 0 ? 0 : there.segments()[pixel];
        if (b != 0) {
          meetings.add(a, b);
        }
      }
    }
    return meetings;
  }

  /**
   * The pixel of the other view that shows the same place, or −1.
   *
   * @param toWorld from this view's camera
   */
  int carried(int row, int column, RigidTransform toWorld, SeenView other) {
    Camera camera = view.camera();
    double z = depths[row * camera.width() + column];
    if (z == 0) {
      return -1;
    }
    double x = (column + 0.5 - camera.cx()) / camera.fx() * z;
    double y = (row + 0.5 - camera.cy()) / camera.fy() * z;
    double[] world = toWorld.apply(x, y, z);
    Camera to = other.view.camera();
    double[] at = to.viewMatrix().apply(world[0], world[1], world[2]);
    double u = at[0] / at[2] * to.fx() + to.cx();
    double v = at[1] / at[2] * to.fy() + to.cy();
    if (!(at[2] > 0 && u >= 0 && v >= 0 && u < to.width() && v < to.height())) {
      return -1;
    }
    int pixel = (int) v * to.width() + (int) u;
    float depth = other.depths[pixel];
    return depth > 0 && Math.abs(depth - at[2]) <= SAME_DEPTH * at[2] ? pixel : -1;
  }

  View view() {
    return view;
  }

  SegmentMap map(Level level) {
    return level.of(masks);
  }
}

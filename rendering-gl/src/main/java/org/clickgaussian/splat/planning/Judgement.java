package org.clickgaussian.splat.planning;

import java.util.Arrays;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/**
 * What a small render of a proposed view shows.
 *
 * @param coverage share of the pixels with alpha ≥ 0.5
 * @param medianDepth middle one of the depths Σ w z / Σ w of those pixels, world units; 0 if none
 * @param near share of all pixels whose depth is below a thirtieth of the content's diagonal
 * @param cells numbers of the cells of a grid in which the visible surface lies, ascending
 */
record Judgement(double coverage, double medianDepth, double near, long[] cells) {
  /** Cells of the grid along the content's diagonal. */
  private static final int CELLS = 48;

  private static final float COVERED = 0.5f;
  private static final double NEAR = 1 / 30.0;

  /** Looks at a small render. */
  static Judgement of(SplattedView view, double diagonal) {
    Frame frame = view.frame(new float[3]);
    Camera camera = view.camera();
    RigidTransform toWorld = camera.viewMatrix().inverse();
    double[] depths = new double[frame.alpha().length];
    long[] cells = new long[depths.length];
    int covered = 0;
    int near = 0;
    for (int pixel = 0; pixel < depths.length; pixel++) {
      if (frame.alpha()[pixel] < COVERED) {
        continue;
      }
      double z = frame.depth()[pixel] / frame.alpha()[pixel];
      double x = (pixel % frame.width() + 0.5 - camera.cx()) / camera.fx() * z;
      double y = (pixel / frame.width() + 0.5 - camera.cy()) / camera.fy() * z;
      double[] at = toWorld.apply(x, y, z);
      long cell = 0;
      for (double coordinate : at) {
        cell = cell << 21 | (long) Math.floor(coordinate / diagonal * CELLS) + (1 << 20) & 0x1fffff;
      }
      cells[covered] = cell;
      depths[covered++] = z;
      near += z < NEAR * diagonal ? 1 : 0;
    }
    double[] sorted = Arrays.copyOf(depths, covered);
    Arrays.sort(sorted);
    return new Judgement(
        covered / (double) depths.length,
        covered == 0 ? 0 : sorted[covered / 2],
        near / (double) depths.length,
        Arrays.stream(cells, 0, covered).sorted().distinct().toArray());
  }

  /** Whether the camera stands in geometry: much of the image is right before it. */
  boolean isInside(double diagonal) {
    return near > 0.2 || coverage > 0 && medianDepth < 2 * NEAR * diagonal;
  }

  /** Whether too little is to be seen. */
  boolean isEmpty(double leastCoverage) {
    return coverage < leastCoverage;
  }
}

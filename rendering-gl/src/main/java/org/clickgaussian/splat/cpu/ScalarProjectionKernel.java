package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@link ProjectionKernel} one Gaussian at a time. */
final class ScalarProjectionKernel implements ProjectionKernel {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  @Override
  public void project(
      Projection camera, ActivatedGaussians gaussians, int from, int to, double[] block) {
    for (int i = from; i < to; i++) {
      project(camera, gaussians, i, block, i - from);
    }
  }

  /** One Gaussian; the operations and their order are those of the vector kernel. */
  static void project(
      Projection camera, ActivatedGaussians gaussians, int i, double[] block, int at) {
    int n = gaussians.count();
    MemorySegment positions = gaussians.positions();
    double x = get(positions, 0, n, i);
    double y = get(positions, 1, n, i);
    double z = get(positions, 2, n, i);
    double[] w = camera.w();
    double[] t = camera.t();
    double depth = Math.fma(w[6], x, Math.fma(w[7], y, Math.fma(w[8], z, t[2])));
    double inverse = 1 / depth;
    double tanX = Math.fma(w[0], x, Math.fma(w[1], y, Math.fma(w[2], z, t[0]))) * inverse;
    double tanY = Math.fma(w[3], x, Math.fma(w[4], y, Math.fma(w[5], z, t[1]))) * inverse;
    double clampX = Math.min(Math.max(tanX, -camera.limitX()), camera.limitX());
    double clampY = Math.min(Math.max(tanY, -camera.limitY()), camera.limitY());
    double scaleX = camera.fx() * inverse;
    double scaleY = camera.fy() * inverse;
    // Rows of J W, with J the Jacobian of the projection at the clamped position.
    double ax = Math.fma(-clampX, w[6], w[0]) * scaleX;
    double ay = Math.fma(-clampX, w[7], w[1]) * scaleX;
    double az = Math.fma(-clampX, w[8], w[2]) * scaleX;
    double bx = Math.fma(-clampY, w[6], w[3]) * scaleY;
    double by = Math.fma(-clampY, w[7], w[4]) * scaleY;
    double bz = Math.fma(-clampY, w[8], w[5]) * scaleY;
    double xx = Projection.DILATION;
    double xy = 0;
    double yy = Projection.DILATION;
    for (int column = 0; column < 3; column++) {
      double m0 = get(gaussians.axes(), column, n, i);
      double m1 = get(gaussians.axes(), 3 + column, n, i);
      double m2 = get(gaussians.axes(), 6 + column, n, i);
      double a = Math.fma(ax, m0, Math.fma(ay, m1, az * m2));
      double b = Math.fma(bx, m0, Math.fma(by, m1, bz * m2));
      xx = Math.fma(a, a, xx);
      xy = Math.fma(a, b, xy);
      yy = Math.fma(b, b, yy);
    }
    double determinant = Math.fma(xx, yy, -(xy * xy));
    double middle = (xx + yy) * 0.5;
    double spread = Math.sqrt(Math.max(Math.fma(middle, middle, -determinant), 0.1));
    double p = Math.sqrt(yy * Projection.HALF_LOG2_E / determinant);
    block[X * BLOCK + at] = Math.fma(camera.fx(), tanX, camera.cx());
    block[Y * BLOCK + at] = Math.fma(camera.fy(), tanY, camera.cy());
    block[P * BLOCK + at] = p;
    block[Q * BLOCK + at] = -(p * xy) / yy;
    block[R * BLOCK + at] = Math.sqrt(Projection.HALF_LOG2_E / yy);
    block[REACH * BLOCK + at] = Math.sqrt(middle + spread) * 3;
    block[DEPTH * BLOCK + at] = depth;
    double logOpacity = get(gaussians.logOpacities(), 0, n, i);
    double squared = Math.fma(logOpacity, BUDGET_FACTOR, BUDGET_OFFSET) / Projection.HALF_LOG2_E;
    double halfWidth = Math.sqrt(squared * xx);
    block[HALF_WIDTH * BLOCK + at] = halfWidth + ROUNDING;
    block[HALF_HEIGHT * BLOCK + at] = Math.sqrt(squared * yy) + ROUNDING;
    block[RIGHTMOST * BLOCK + at] = halfWidth * xy / xx;
  }

  private static double get(MemorySegment planes, int plane, int n, int i) {
    return planes.getAtIndex(FLOAT, (long) plane * n + i);
  }
}

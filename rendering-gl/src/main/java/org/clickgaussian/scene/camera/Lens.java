package org.clickgaussian.scene.camera;

import org.clickgaussian.scene.Camera;

/**
 * Radial and tangential lens distortion, the OPENCV model of COLMAP. A ray that a pinhole camera
 * would see at (x, y) = (X / Z, Y / Z) falls on (x, y) + d with r² = x² + y² and
 *
 * <pre>
 * d = (x, y) (k1 r² + k2 r⁴) + (2 p1 x y + p2 (r² + 2 x²), 2 p2 x y + p1 (r² + 2 y²)).
 * </pre>
 *
 * @param k1 radial, second order
 * @param k2 radial, fourth order
 * @param p1 tangential
 * @param p2 tangential
 */
public record Lens(double k1, double k2, double p1, double p2) {
  /** A lens that bends nothing. */
  public static final Lens NONE = new Lens(0, 0, 0, 0);

  /**
   * Displacements of fewer pixels than this, everywhere in the image, are left as they are: half a
   * pixel is below what poses and label maps resolve, and every resampling blurs.
   */
  public static final double NEGLIGIBLE_PIXELS = 0.5;

  private static final int BORDER_SAMPLES = 64;
  private static final int ROUNDS = 50;
  private static final double STEP_END = 1e-13;

  /** Whether all four numbers are finite. */
  public boolean isFinite() {
    return Double.isFinite(k1 + k2 + p1 + p2);
  }

  /** Where the pinhole position (x, y) falls behind the lens: double[2], normalised. */
  public double[] distort(double x, double y) {
    double r2 = x * x + y * y;
    double radial = 1 + r2 * (k1 + r2 * k2);
    return new double[] {
      x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x),
      y * radial + 2 * p2 * x * y + p1 * (r2 + 2 * y * y)
    };
  }

  /**
   * The pinhole position whose distorted one is (x, y), by Newton's method: double[2], normalised.
   * Exact to about 1e-12 inside {@link #validRadiusSquared()}.
   */
  public double[] undistort(double x, double y) {
    double u = x;
    double v = y;
    for (int round = 0; round < ROUNDS; round++) {
      double[] at = distort(u, v);
      double r2 = u * u + v * v;
      double radial = 1 + r2 * (k1 + r2 * k2);
      double slope = 2 * k1 + 4 * k2 * r2;
      double uu = radial + slope * u * u + 2 * p1 * v + 6 * p2 * u;
      double uv = slope * u * v + 2 * p1 * u + 2 * p2 * v;
      double vv = radial + slope * v * v + 2 * p2 * u + 6 * p1 * v;
      double determinant = uu * vv - uv * uv;
      double stepU = (vv * (at[0] - x) - uv * (at[1] - y)) / determinant;
      double stepV = (uu * (at[1] - y) - uv * (at[0] - x)) / determinant;
      u -= stepU;
      v -= stepV;
      if (Math.abs(stepU) + Math.abs(stepV) < STEP_END) {
        break;
      }
    }
    return new double[] {u, v};
  }

  /**
   * The r² up to which the radial part grows with r; beyond it the formula folds back and describes
   * no lens. Infinite where it never folds.
   */
  public double validRadiusSquared() {
    // d/dr (r + k1 r³ + k2 r⁵) = 1 + 3 k1 r² + 5 k2 r⁴: the smallest positive root in r².
    double a = 5 * k2;
    double b = 3 * k1;
    double discriminant = b * b - 4 * a;
    if (discriminant < 0 || (b >= 0 && a >= 0)) {
      return Double.POSITIVE_INFINITY;
    }
    // 2c / (−b ± √) is stable for a near 0; the smaller positive root has the larger denominator.
    return 2 / (-b + Math.sqrt(discriminant));
  }

  /** The largest displacement in pixels over the border and the inside of a camera's image. */
  public double largestDisplacement(Camera camera) {
    double largest = 0;
    for (int row = 0; row <= BORDER_SAMPLES; row++) {
      double y = (camera.height() * (double) row / BORDER_SAMPLES - camera.cy()) / camera.fy();
      for (int column = 0; column <= BORDER_SAMPLES; column++) {
        double x = (camera.width() * (double) column / BORDER_SAMPLES - camera.cx()) / camera.fx();
        double[] bent = distort(x, y);
        double across = (bent[0] - x) * camera.fx();
        double down = (bent[1] - y) * camera.fy();
        largest = Math.max(largest, Math.hypot(across, down));
      }
    }
    return largest;
  }

  /** Whether no pixel of the camera's image moves by {@link #NEGLIGIBLE_PIXELS} or more. */
  public boolean isNegligible(Camera camera) {
    return equals(NONE) || largestDisplacement(camera) < NEGLIGIBLE_PIXELS;
  }
}

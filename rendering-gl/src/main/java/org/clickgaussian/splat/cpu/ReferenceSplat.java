package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;

/**
 * One Gaussian as a camera sees it, in double precision.
 *
 * @param gaussian its index
 * @param x centre in pixels
 * @param y centre in pixels
 * @param depth z in camera coordinates
 * @param a upper left element of the inverse 2D covariance, pixels⁻²
 * @param b off-diagonal element
 * @param c lower right element
 * @param opacity 0 to 1
 * @param radius ⌈3√λmax⌉ in pixels
 */
record ReferenceSplat(
    int gaussian,
    double x,
    double y,
    double depth,
    double a,
    double b,
    double c,
    double opacity,
    double radius) {

  /** Projects a Gaussian; the result means nothing where its depth is 0.2 or less. */
  static ReferenceSplat project(GaussianScene scene, int i, Camera camera) {
    double[] t =
        camera.viewMatrix().apply(scene.position(i, 0), scene.position(i, 1), scene.position(i, 2));
    double[][] m = product(jacobian(camera, t), product(rotation(camera), axes(scene, i)));
    double xx = dot(m[0], m[0]) + 0.3;
    double xy = dot(m[0], m[1]);
    double yy = dot(m[1], m[1]) + 0.3;
    double determinant = xx * yy - xy * xy;
    double middle = (xx + yy) / 2;
    double largest = middle + Math.sqrt(Math.max(0.1, middle * middle - determinant));
    return new ReferenceSplat(
        i,
        camera.fx() * t[0] / t[2] + camera.cx(),
        camera.fy() * t[1] / t[2] + camera.cy(),
        t[2],
        yy / determinant,
        -xy / determinant,
        xx / determinant,
        1 / (1 + Math.exp(-scene.opacityLogit(i))),
        Math.ceil(3 * Math.sqrt(largest)));
  }

  /** Whether the Gaussian is drawn at all. */
  boolean isVisible() {
    return depth > 0.2 && Double.isFinite(a + b + c + opacity + radius);
  }

  /** Whether the square of the radius touches the tile with this upper left corner. */
  boolean touches(int left, int top) {
    // Pixel centres at whole numbers, the square half open: as in the reference implementation.
    return overlap(x - 0.5, left) && overlap(y - 0.5, top);
  }

  private boolean overlap(double centre, int start) {
    return (centre - radius) < start + 16 && (centre + radius + 15) >= start + 16;
  }

  /** min(0.99, o · e^power) at a pixel position. */
  double alpha(double pixelX, double pixelY) {
    double dx = x - pixelX;
    double dy = y - pixelY;
    double power = -0.5 * (a * dx * dx + c * dy * dy) - b * dx * dy;
    return Math.min(0.99, opacity * Math.exp(power));
  }

  /** 2 × 3: derivative of the pixel position, at the position clamped to 1.3 fields of view. */
  private static double[][] jacobian(Camera camera, double[] t) {
    double limitX = 1.3 * camera.width() / (2 * camera.fx());
    double limitY = 1.3 * camera.height() / (2 * camera.fy());
    double x = Math.clamp(t[0] / t[2], -limitX, limitX) * t[2];
    double y = Math.clamp(t[1] / t[2], -limitY, limitY) * t[2];
    return new double[][] {
      {camera.fx() / t[2], 0, -camera.fx() * x / (t[2] * t[2])},
      {0, camera.fy() / t[2], -camera.fy() * y / (t[2] * t[2])}
    };
  }

  private static double[][] rotation(Camera camera) {
    double[] r = camera.viewMatrix().rotation();
    return new double[][] {{r[0], r[1], r[2]}, {r[3], r[4], r[5]}, {r[6], r[7], r[8]}};
  }

  /** 3 × 3: rotation of the Gaussian times its standard deviations; the covariance is M Mᵀ. */
  private static double[][] axes(GaussianScene scene, int i) {
    double w = scene.rotation(i, 0);
    double x = scene.rotation(i, 1);
    double y = scene.rotation(i, 2);
    double z = scene.rotation(i, 3);
    double n = 2 / (w * w + x * x + y * y + z * z);
    double[][] rotation = {
      {1 - n * (y * y + z * z), n * (x * y - w * z), n * (x * z + w * y)},
      {n * (x * y + w * z), 1 - n * (x * x + z * z), n * (y * z - w * x)},
      {n * (x * z - w * y), n * (y * z + w * x), 1 - n * (x * x + y * y)}
    };
    double[][] scales = {
      {Math.exp(scene.logScale(i, 0)), 0, 0},
      {0, Math.exp(scene.logScale(i, 1)), 0},
      {0, 0, Math.exp(scene.logScale(i, 2))}
    };
    return product(rotation, scales);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] result = new double[a.length][b[0].length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < b[0].length; column++) {
        for (int k = 0; k < b.length; k++) {
          result[row][column] += a[row][k] * b[k][column];
        }
      }
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}

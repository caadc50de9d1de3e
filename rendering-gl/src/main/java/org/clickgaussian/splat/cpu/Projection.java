package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.Camera;

/**
 * A camera's numbers as the projection of Gaussians takes them.
 *
 * @param w rotation of the view matrix, row-major double[9]
 * @param t translation of the view matrix, double[3]
 * @param fx focal length in pixels, horizontally
 * @param fy focal length in pixels, vertically
 * @param cx principal point in pixels from the left border
 * @param cy principal point in pixels from the upper border
 * @param limitX largest |x / z| at which the Jacobian is taken: 1.3 · half the field of view
 * @param limitY the same for |y / z|
 */
public record Projection(
    double[] w,
    double[] t,
    double fx,
    double fy,
    double cx,
    double cy,
    double limitX,
    double limitY) {

  /** Gaussians nearer than this to the camera's plane are not drawn. */
  static final double NEAR = 0.2;

  /** Pixels² added to the diagonal of the 2D covariance. */
  static final double DILATION = 0.3;

  /** ½ log₂ e: turns half the squared Mahalanobis distance into an exponent of two. */
  static final double HALF_LOG2_E = 0.5 / Math.log(2);

  /** The numbers of a camera. */
  public static Projection of(Camera camera) {
    return new Projection(
        camera.viewMatrix().rotation(),
        camera.viewMatrix().translation(),
        camera.fx(),
        camera.fy(),
        camera.cx(),
        camera.cy(),
        1.3 * camera.width() / (2 * camera.fx()),
        1.3 * camera.height() / (2 * camera.fy()));
  }
}

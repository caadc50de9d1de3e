package org.clickgaussian.scene;

/**
 * A pinhole camera: x right, y down, z forward (OpenCV). A point (x, y, z) in camera coordinates
 * falls on the pixel position (fx · x / z + cx, fy · y / z + cy); the centre of the pixel in column
 * c and row r lies at (c + 0.5, r + 0.5).
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param fx focal length in pixels, horizontally
 * @param fy focal length in pixels, vertically
 * @param cx principal point, pixels from the left border
 * @param cy principal point, pixels from the upper border
 * @param viewMatrix world to camera
 */
public record Camera(
    int width, int height, double fx, double fy, double cx, double cy, RigidTransform viewMatrix) {

  /** Checks that the image has pixels and the focal lengths are positive. */
  public Camera {
    if (width < 1 || height < 1 || !(fx > 0) || !(fy > 0)) {
      throw new IllegalArgumentException(
          "no camera: %d × %d pixels, focal lengths %s, %s".formatted(width, height, fx, fy));
    }
  }

  /** A camera with its principal point in the middle of the image. */
  public static Camera centred(int width, int height, double focalLength, RigidTransform view) {
    return new Camera(width, height, focalLength, focalLength, width / 2.0, height / 2.0, view);
  }

  /** Where the camera stands in the world: double[3]. */
  public double[] centre() {
    return viewMatrix.inverse().translation();
  }

  /** The same camera with an image of another size; the field of view stays. */
  public Camera resized(int newWidth, int newHeight) {
    double sx = newWidth / (double) width;
    double sy = newHeight / (double) height;
    return new Camera(newWidth, newHeight, fx * sx, fy * sy, cx * sx, cy * sy, viewMatrix);
  }

  /** The same camera elsewhere. */
  public Camera movedTo(RigidTransform newViewMatrix) {
    return new Camera(width, height, fx, fy, cx, cy, newViewMatrix);
  }
}

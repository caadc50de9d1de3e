package org.clickgaussian.scene.camera;

import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;

/**
 * Images as a pinhole camera without lens would have taken them: same size, focal length and
 * principal point. What the lens did not let into the image is black, or label 0.
 */
public final class Undistortion {
  private final Camera camera;
  private final Lens lens;
  private final double validRadiusSquared;

  /** An undistortion of images of the camera's size. */
  public Undistortion(Camera camera, Lens lens) {
    this.camera = camera;
    this.lens = lens;
    this.validRadiusSquared = lens.validRadiusSquared();
  }

  /** Straightens a photo by bilinear interpolation. */
  public RgbImage photo(RgbImage bent) {
    check(bent.width(), bent.height());
    RgbImage straight = RgbImage.black(bent.width(), bent.height());
    for (int row = 0; row < bent.height(); row++) {
      for (int column = 0; column < bent.width(); column++) {
        double[] source = sourceOf(column, row);
        if (isInside(source)) {
          blend(bent, source, straight.rgb(), 3 * (row * bent.width() + column));
        }
      }
    }
    return straight;
  }

  /**
   * Straightens a label map: each pixel takes the label of the nearest one.
   *
   * @param bent [height][width] of the camera's size
   * @return [height][width]
   */
  public int[] labels(int[] bent) {
    if (bent.length != camera.width() * camera.height()) {
      throw new IllegalArgumentException(
          "%d labels for %d×%d pixels".formatted(bent.length, camera.width(), camera.height()));
    }
    int[] straight = new int[bent.length];
    for (int row = 0; row < camera.height(); row++) {
      for (int column = 0; column < camera.width(); column++) {
        double[] source = sourceOf(column, row);
        if (isInside(source)) {
          int nearest = (int) source[1] * camera.width() + (int) source[0];
          straight[row * camera.width() + column] = bent[nearest];
        }
      }
    }
    return straight;
  }

  /**
   * Where in the bent image the centre of a pixel of the straight one lies, in pixels from the
   * upper left corner; NaN where the lens formula does not hold.
   */
  public double[] sourceOf(int column, int row) {
    double x = (column + 0.5 - camera.cx()) / camera.fx();
    double y = (row + 0.5 - camera.cy()) / camera.fy();
    if (x * x + y * y >= validRadiusSquared) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] bent = lens.distort(x, y);
    return new double[] {bent[0] * camera.fx() + camera.cx(), bent[1] * camera.fy() + camera.cy()};
  }

  private boolean isInside(double[] position) {
    return position[0] >= 0
        && position[1] >= 0
        && position[0] < camera.width()
        && position[1] < camera.height();
  }

  private static void blend(RgbImage image, double[] position, byte[] out, int offset) {
    double x = Math.clamp(position[0] - 0.5, 0, image.width() - 1.0);
    double y = Math.clamp(position[1] - 0.5, 0, image.height() - 1.0);
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double fx = x - left;
    double fy = y - top;
    for (int channel = 0; channel < 3; channel++) {
      double upper =
          image.channel(left, top, channel) * (1 - fx) + image.channel(right, top, channel) * fx;
      double lower =
          image.channel(left, bottom, channel) * (1 - fx)
              + image.channel(right, bottom, channel) * fx;
      out[offset + channel] = (byte) (upper * (1 - fy) + lower * fy + 0.5);
    }
  }

  private void check(int width, int height) {
    if (width != camera.width() || height != camera.height()) {
      throw new IllegalArgumentException(
          "an image of %d×%d for a camera of %d×%d"
              .formatted(width, height, camera.width(), camera.height()));
    }
  }
}

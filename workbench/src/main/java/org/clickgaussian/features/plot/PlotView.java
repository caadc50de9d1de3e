package org.clickgaussian.features.plot;

/**
 * What part of a plane is seen, and how large. Pixels run right and down from the upper left
 * corner, the plane's y runs up.
 *
 * @param centreX x in the middle of the picture
 * @param centreY y in the middle of the picture
 * @param scale pixels of a unit
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record PlotView(double centreX, double centreY, double scale, int width, int height) {
  /** How much of the picture is left free around all points. */
  private static final double BORDER = 0.06;

  private static final double LEAST_SCALE = 1e-6;
  private static final double MOST_SCALE = 1e9;

  /**
   * All of some points.
   *
   * @param coordinates row-major float[n][stride]; the first two of each row are x and y
   */
  public static PlotView fit(float[] coordinates, int stride, int width, int height) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < coordinates.length; i += stride) {
      left = Math.min(left, coordinates[i]);
      right = Math.max(right, coordinates[i]);
      low = Math.min(low, coordinates[i + 1]);
      high = Math.max(high, coordinates[i + 1]);
    }
    if (left > right) {
      return new PlotView(0, 0, 1, width, height);
    }
    double free = 1 - 2 * BORDER;
    double across = (right - left) / Math.max(1, width * free);
    double up = (high - low) / Math.max(1, height * free);
    double unit = Math.max(across, up);
    return new PlotView(
        (left + right) / 2, (low + high) / 2, unit > 0 ? 1 / unit : 1, width, height);
  }

  /** The pixel column of an x. */
  public double column(double x) {
    return 0.5 * width + (x - centreX) * scale;
  }

  /** The pixel row of a y. */
  public double row(double y) {
    return 0.5 * height - (y - centreY) * scale;
  }

  /** Moved with the pointer by some pixels. */
  public PlotView moved(double columns, double rows) {
    return new PlotView(centreX - columns / scale, centreY + rows / scale, scale, width, height);
  }

  /** Enlarged about a pixel, which stays where it is. */
  public PlotView zoomed(double column, double row, double factor) {
    double next = Math.clamp(scale * factor, LEAST_SCALE, MOST_SCALE);
    double x = centreX + (column - 0.5 * width) / scale;
    double y = centreY - (row - 0.5 * height) / scale;
    return new PlotView(
        x - (column - 0.5 * width) / next, y + (row - 0.5 * height) / next, next, width, height);
  }

  /** The same part in a picture of another size. */
  public PlotView resized(int newWidth, int newHeight) {
    double ratio = Math.min(newWidth, newHeight) / (double) Math.max(1, Math.min(width, height));
    return new PlotView(centreX, centreY, scale * ratio, newWidth, newHeight);
  }
}

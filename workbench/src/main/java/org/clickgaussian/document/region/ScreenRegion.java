package org.clickgaussian.document.region;

import java.util.List;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.truth.Polygon;

/**
 * The pixels of a picture whose centres lie inside what a person drew. Coordinates are in pixels
 * from the upper left corner, pixel centres at +0.5; they may lie outside of the picture.
 */
public final class ScreenRegion {
  private ScreenRegion() {}

  /** Inside a rectangle between two opposite corners. */
  public static BitMask rectangle(
      double x0, double y0, double x1, double y1, int width, int height) {
    BitMask mask = new BitMask(width, height);
    int left = firstPixel(Math.min(x0, x1));
    int right = Math.min(width, firstPixel(Math.max(x0, x1)));
    int bottom = Math.min(height, firstPixel(Math.max(y0, y1)));
    for (int y = firstPixel(Math.min(y0, y1)); y < bottom; y++) {
      if (left < right) {
        mask.setRow(y, left, right);
      }
    }
    return mask;
  }

  /**
   * Inside a closed line: what an odd number of its loops surround.
   *
   * @param line x, y of each point; the last is joined to the first; fewer than three points
   *     surround nothing
   */
  public static BitMask lasso(double[] line, int width, int height) {
    if (line.length < 6) {
      return new BitMask(width, height);
    }
    return new Polygon(List.of(line)).fill(width, height);
  }

  /**
   * Under a round brush that was drawn along a line.
   *
   * @param line x, y of each point, at least one
   * @param radius of the brush
   */
  public static BitMask brush(double[] line, double radius, int width, int height) {
    BitMask mask = new BitMask(width, height);
    for (int i = 0; i < line.length; i += 2) {
      int next = Math.min(i + 2, line.length - 2);
      stroke(mask, line[i], line[i + 1], line[next], line[next + 1], radius);
    }
    return mask;
  }

  private static void stroke(
      BitMask mask, double x0, double y0, double x1, double y1, double radius) {
    int right = Math.min(mask.width(), firstPixel(Math.max(x0, x1) + radius) + 1);
    int bottom = Math.min(mask.height(), firstPixel(Math.max(y0, y1) + radius) + 1);
    for (int y = firstPixel(Math.min(y0, y1) - radius); y < bottom; y++) {
      for (int x = firstPixel(Math.min(x0, x1) - radius); x < right; x++) {
        if (squareToSegment(x + 0.5, y + 0.5, x0, y0, x1, y1) <= radius * radius) {
          mask.set(x, y);
        }
      }
    }
  }

  private static double squareToSegment(
      double x, double y, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
    double share = Math.clamp(along, 0.0, 1.0);
    double ex = x - x0 - share * dx;
    double ey = y - y0 - share * dy;
    return ex * ex + ey * ey;
  }

  /** The first pixel, from 0 on, whose centre is not left of a coordinate. */
  private static int firstPixel(double coordinate) {
    return (int) Math.max(0, Math.ceil(coordinate - 0.5));
  }
}

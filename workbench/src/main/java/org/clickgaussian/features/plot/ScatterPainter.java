package org.clickgaussian.features.plot;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Paints points as small discs. Marked ones come last, larger and with a rim; while any are marked
 * the others are faint.
 */
public final class ScatterPainter {
  private static final double RADIUS = 2.1;
  private static final double MARKED_RADIUS = 3.3;
  private static final double RIM = 1.2;
  private static final double FAINT = 0.3;
  private static final double PLAIN = 0.85;

  private final int[] pixels;
  private final int width;
  private final int height;

  /**
   * A painter.
   *
   * @param pixels row-major 0xAARRGGBB with colours multiplied by their alpha: int[height · width]
   */
  public ScatterPainter(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  /**
   * Paints on nothing.
   *
   * @param colours of each point, 0xRRGGBB
   * @param marked points that stand out
   * @param rim colour of their rims, 0xRRGGBB
   */
  public void paint(PlottedPoints points, int[] colours, BitSet marked, int rim) {
    Arrays.fill(pixels, 0, width * height, 0);
    double strength = marked.isEmpty() ? PLAIN : FAINT;
    for (int i = 0; i < points.count(); i++) {
      if (!marked.get(i)) {
        disc(points.columns()[i], points.rows()[i], RADIUS, colours[i], strength);
      }
    }
    for (int i = marked.nextSetBit(0); i >= 0 && i < points.count(); ) {
      disc(points.columns()[i], points.rows()[i], MARKED_RADIUS + RIM, rim, 1);
      disc(points.columns()[i], points.rows()[i], MARKED_RADIUS, colours[i], 1);
      i = marked.nextSetBit(i + 1);
    }
  }

  private void disc(double column, double row, double radius, int colour, double strength) {
    double reach = radius + 0.5;
    if (!(column > -reach && column < width + reach && row > -reach && row < height + reach)) {
      return;
    }
    int left = Math.max(0, (int) Math.floor(column - reach));
    int right = Math.min(width - 1, (int) Math.ceil(column + reach));
    int bottom = Math.min(height - 1, (int) Math.ceil(row + reach));
    for (int y = Math.max(0, (int) Math.floor(row - reach)); y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double away = Math.hypot(x + 0.5 - column, y + 0.5 - row);
        double covered = Math.clamp(radius + 0.5 - away, 0, 1);
        if (covered > 0) {
          int at = y * width + x;
          pixels[at] = over(pixels[at], colour, covered * strength);
        }
      }
    }
  }

  /** A colour laid over a pixel. */
  private static int over(int pixel, int colour, double alpha) {
    double keep = 1 - alpha;
    int a = (int) Math.round(255 * alpha + keep * (pixel >>> 24));
    int r = (int) Math.round(alpha * (colour >> 16 & 255) + keep * (pixel >> 16 & 255));
    int g = (int) Math.round(alpha * (colour >> 8 & 255) + keep * (pixel >> 8 & 255));
    int b = (int) Math.round(alpha * (colour & 255) + keep * (pixel & 255));
    return Math.min(a, 255) << 24 | r << 16 | g << 8 | b;
  }
}

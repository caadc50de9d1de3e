package org.clickgaussian.curves.paint;

import java.util.Arrays;

/**
 * A picture that is painted column by column, which curves are: a column's pixels lie together in
 * memory until {@link #copyTo} lays them out row by row. How far pixels of a column are covered is
 * added up first; {@link #flush} then lays a colour over them.
 */
final class ColumnCanvas {
  private static final int BLOCK = 16;
  private static final int LANES = 0x00FF00FF;
  private static final int HALVES = 0x00800080;

  private final int width;
  private final int height;

  /** Premultiplied ARGB: int[width][height]. */
  private final int[] columns;

  /** How much more of each pixel of the column is covered than of the one above it. */
  private final float[] steps;

  private int firstRow;
  private int lastRow;
  private long written;

  ColumnCanvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.columns = new int[width * height];
    this.steps = new float[height + 2];
    begin();
  }

  /** How many pixels were written so far, repeated ones as often as they were. */
  long written() {
    return written;
  }

  /** Makes all pixels clear. */
  void clear() {
    Arrays.fill(columns, 0);
    written += columns.length;
  }

  private void begin() {
    firstRow = height;
    lastRow = -1;
  }

  /** Covers rows of the column from one to another, both with fractions, to an extent. */
  void cover(double top, double bottom, float extent) {
    double from = Math.max(0, top);
    double to = Math.min(height, bottom);
    if (!(from < to)) {
      return;
    }
    edge(from, extent);
    edge(to, -extent);
    firstRow = Math.min(firstRow, (int) from);
    lastRow = Math.max(lastRow, Math.min(height - 1, (int) to));
  }

  /** Below an edge all is covered by an extent, in the edge's own row the rest of the row. */
  private void edge(double at, float extent) {
    int row = (int) at;
    float inside = (float) (row + 1 - at);
    steps[row] += extent * inside;
    steps[row + 1] += extent * (1 - inside);
  }

  /** Lays a colour, not premultiplied, over what was covered of a column; covers nothing then. */
  void flush(int column, int argb) {
    float covered = 0;
    for (int row = firstRow; row <= lastRow; ) {
      covered += steps[row];
      steps[row] = 0;
      int end = row + 1;
      while (end <= lastRow && steps[end] == 0) {
        end++;
      }
      int alpha = Math.clamp((int) ((argb >>> 24) * covered + 0.5f), 0, 255);
      if (alpha > 0) {
        lay(column * height + row, column * height + end, argb, alpha);
      }
      row = end;
    }
    if (lastRow >= 0) {
      steps[lastRow + 1] = 0;
    }
    begin();
  }

  /** Lays a colour over pixels that are covered alike: simple enough to be done many at a time. */
  private void lay(int from, int to, int rgb, int alpha) {
    int source = premultiplied(rgb, alpha);
    int rest = 255 - alpha;
    for (int i = from; i < to; i++) {
      columns[i] = source + scaled(columns[i], rest);
    }
    written += to - from;
  }

  private static int premultiplied(int rgb, int alpha) {
    return scaled(0xFF000000 | rgb, alpha);
  }

  /** All four parts of a pixel times a factor of 0 to 255, by 255, rounded; two at a time. */
  private static int scaled(int pixel, int factor) {
    int redBlue = (pixel & LANES) * factor + HALVES;
    int alphaGreen = (pixel >>> 8 & LANES) * factor + HALVES;
    redBlue = redBlue + (redBlue >>> 8 & LANES) >>> 8 & LANES;
    alphaGreen = alphaGreen + (alphaGreen >>> 8 & LANES) & ~LANES;
    return redBlue | alphaGreen;
  }

  /** Lays the picture out row by row: int[height][width]. */
  void copyTo(int[] pixels) {
    for (int top = 0; top < height; top += BLOCK) {
      int bottom = Math.min(height, top + BLOCK);
      for (int left = 0; left < width; left += BLOCK) {
        int right = Math.min(width, left + BLOCK);
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            pixels[row * width + column] = columns[column * height + row];
          }
        }
      }
    }
    written += columns.length;
  }
}

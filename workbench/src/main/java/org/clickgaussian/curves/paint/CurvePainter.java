package org.clickgaussian.curves.paint;

import java.util.Arrays;
import org.clickgaussian.curves.data.Curve;

/**
 * Paints curves into premultiplied ARGB pixels, row by row from the top. Lines are smooth: a column
 * of pixels is cut into narrower ones, whose spans add up to how far each pixel is covered. Keeps
 * its buffers, so use one for many pictures and on one thread.
 */
public final class CurvePainter {
  /** Narrower columns in a column of pixels. */
  private static final int FINER = 4;

  /** Half the side of the square that stands for a point without neighbours. */
  private static final double DOT = 2.5;

  private final ColumnSpans spans = new ColumnSpans();
  private final ColumnSpans upper = new ColumnSpans();
  private final int[] pixels;
  private final int width;
  private final int height;

  /** How much more of each pixel of a column is covered than of the one above it. */
  private final float[] steps;

  private double[] pen = new double[0];
  private int firstRow;
  private int lastRow;
  private long written;

  /**
   * A painter.
   *
   * @param pixels width · height premultiplied ARGB pixels
   */
  public CurvePainter(int[] pixels, int width, int height) {
    if (pixels.length < width * height) {
      throw new IllegalArgumentException(pixels.length + " pixels for " + width + " x " + height);
    }
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.steps = new float[height + 3];
  }

  /** The pixels that are painted into. */
  public int[] pixels() {
    return pixels;
  }

  /** The pixels in a row. */
  public int width() {
    return width;
  }

  /** The pixels in a column. */
  public int height() {
    return height;
  }

  /** How many pixels were written since the beginning, repeated ones as often as they were. */
  public long written() {
    return written;
  }

  /** Makes all pixels clear. */
  public void clear() {
    Arrays.fill(pixels, 0, width * height, 0);
    written += (long) width * height;
  }

  /**
   * Paints a line.
   *
   * @param argb colour, not premultiplied
   * @param thickness in pixels
   */
  public void line(Curve curve, AxisRange across, AxisRange up, int argb, double thickness) {
    spans.lay(curve, across, up.scale(), FINER * width);
    shapePen(thickness / 2);
    for (int column = 0; column < width; column++) {
      begin();
      for (int finer = FINER * column; finer < FINER * (column + 1); finer++) {
        stroke(up, finer);
      }
      flush(column, argb);
    }
    dots(up, argb);
  }

  /** Half the height of a round pen at each distance, in narrow columns, from its middle. */
  private void shapePen(double radius) {
    pen = new double[(int) Math.ceil(FINER * radius)];
    for (int away = 0; away < pen.length; away++) {
      double share = away / (FINER * radius);
      pen[away] = radius * Math.sqrt(1 - share * share);
    }
  }

  /** What a round pen covers of a narrow column while it follows the curve. */
  private void stroke(AxisRange up, int finer) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int away = 1 - pen.length; away < pen.length; away++) {
      if (!spans.isEmpty(finer + away)) {
        double reach = pen[Math.abs(away)];
        top = Math.min(top, row(up, spans.high(finer + away)) - reach);
        bottom = Math.max(bottom, row(up, spans.low(finer + away)) + reach);
      }
    }
    if (top < bottom) {
      add(top, bottom, 1f / FINER);
    }
  }

  /** Paints points without neighbours, which no line leads to. */
  private void dots(AxisRange up, int argb) {
    for (int finer = 0; finer < FINER * width; finer++) {
      if (!spans.isEmpty(finer) && spans.isEmpty(finer - 1) && spans.isEmpty(finer + 1)) {
        double row = row(up, (spans.low(finer) + spans.high(finer)) / 2);
        int column = finer / FINER;
        int reach = (int) DOT;
        for (int x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
          begin();
          add(row - DOT, row + DOT, 1);
          flush(x, argb);
        }
      }
    }
  }

  /** Paints what lies between two curves over the same positions. */
  public void band(Curve below, Curve above, AxisRange across, AxisRange up, int argb) {
    spans.lay(below, across, up.scale(), width);
    upper.lay(above, across, up.scale(), width);
    for (int column = 0; column < width; column++) {
      // On a logarithmic axis the lower edge may have no place: then the band reaches to the end.
      if (!upper.isEmpty(column)) {
        begin();
        double bottom = spans.isEmpty(column) ? height : row(up, spans.low(column));
        add(row(up, upper.high(column)), bottom, 1);
        flush(column, argb);
      }
    }
  }

  /** The row, counted from the top with fractions, of a place. */
  private double row(AxisRange up, double place) {
    return height * (1 - up.share(place));
  }

  private void begin() {
    firstRow = height;
    lastRow = -1;
  }

  /** Covers rows from one to another, both with fractions, to an extent. */
  private void add(double top, double bottom, float extent) {
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

  private void flush(int column, int argb) {
    float covered = 0;
    int alpha = argb >>> 24;
    for (int row = firstRow; row <= lastRow; row++) {
      covered += steps[row];
      steps[row] = 0;
      int share = Math.min(255, (int) (alpha * covered + 0.5f));
      if (share > 0) {
        int at = row * width + column;
        pixels[at] = over(argb, share, pixels[at]);
        written++;
      }
    }
    if (lastRow >= 0) {
      steps[lastRow + 1] = 0;
    }
  }

  /** A colour with an alpha of 0 to 255 over a premultiplied pixel. */
  private static int over(int rgb, int alpha, int below) {
    int rest = 255 - alpha;
    int a = alpha + part(below >>> 24, rest);
    int r = part(rgb >> 16 & 255, alpha) + part(below >> 16 & 255, rest);
    int g = part(rgb >> 8 & 255, alpha) + part(below >> 8 & 255, rest);
    int b = part(rgb & 255, alpha) + part(below & 255, rest);
    return a << 24 | Math.min(a, r) << 16 | Math.min(a, g) << 8 | Math.min(a, b);
  }

  /** x · y / 255, rounded. */
  private static int part(int x, int y) {
    int product = x * y + 128;
    return product + (product >> 8) >> 8;
  }
}

package org.clickgaussian.features.plot;

import java.util.Arrays;
import org.clickgaussian.feature.space.SimilarityMatrix;

/**
 * Paints the cosines of candidates as a square of cells, with a gap between the children of
 * different parents. Pairs above a margin are marked: a frame where cells are large enough, a full
 * cell in the mark's colour otherwise.
 */
public final class HeatMapPainter {
  /** Smaller cells have no room for a frame. */
  private static final double FRAMED = 5;

  /** Between smaller cells a line would hide too much. */
  private static final double PARTED = 4;

  private final SimilarityMatrix matrix;
  private final double margin;
  private final int size;

  /**
   * A painter of one picture.
   *
   * @param margin cosine above which a pair is marked
   * @param size pixels in a row and in a column of the picture
   */
  public HeatMapPainter(SimilarityMatrix matrix, double margin, int size) {
    this.matrix = matrix;
    this.margin = margin;
    this.size = size;
  }

  /**
   * Paints.
   *
   * @param pixels row-major 0xAARRGGBB: int[size · size]
   * @param mark colour of pairs above the margin, 0xRRGGBB
   * @param line colour of the gaps between parents, 0xRRGGBB
   */
  public void paint(int[] pixels, int mark, int line) {
    Arrays.fill(pixels, 0, size * size, 0);
    int n = matrix.count();
    if (n == 0) {
      return;
    }
    for (int y = 0; y < size; y++) {
      int row = place(y);
      for (int x = 0; x < size; x++) {
        int column = place(x);
        pixels[y * size + x] = 0xff000000 | colour(matrix.at(row, column));
      }
    }
    for (SimilarityMatrix.Pair pair : matrix.above(margin)) {
      frame(pixels, pair.row(), pair.column(), mark);
      frame(pixels, pair.column(), pair.row(), mark);
    }
    boolean room = size / (double) n >= PARTED;
    for (int row = 1; row < n && room; row++) {
      if (matrix.parents()[row] != matrix.parents()[row - 1]) {
        cut(pixels, edge(row), line);
      }
    }
  }

  /** The place in the order under a pixel row or column; outside of the picture that at its end. */
  public int place(double pixel) {
    int n = matrix.count();
    return Math.clamp((int) Math.floor(pixel * n / size), 0, n - 1);
  }

  /** The first pixel of a place. */
  private int edge(int place) {
    return (int) Math.ceil(place * (double) size / matrix.count());
  }

  private void frame(int[] pixels, int row, int column, int mark) {
    int top = edge(row);
    int bottom = Math.max(top, edge(row + 1) - 1);
    int left = edge(column);
    int right = Math.max(left, edge(column + 1) - 1);
    boolean framed = size / (double) matrix.count() >= FRAMED;
    for (int y = top; y <= Math.min(bottom, size - 1); y++) {
      for (int x = left; x <= Math.min(right, size - 1); x++) {
        boolean border = y == top || y == bottom || x == left || x == right;
        if (border || !framed) {
          pixels[y * size + x] = 0xff000000 | mark;
        }
      }
    }
  }

  private void cut(int[] pixels, int at, int line) {
    for (int i = 0; i < size && at < size; i++) {
      pixels[at * size + i] = 0xff000000 | line;
      pixels[i * size + at] = 0xff000000 | line;
    }
  }

  /**
   * The colour of a cosine: from blue at −1 over near black at 0 to yellow at 1, so that the sign
   * can be told and what is alike is bright.
   */
  public static int colour(double cosine) {
    double c = Math.clamp(cosine, -1, 1);
    double strength = Math.abs(c);
    double[] end = c < 0 ? new double[] {70, 140, 235} : new double[] {255, 222, 110};
    double[] middle = {28, 30, 38};
    int rgb = 0;
    for (int k = 0; k < 3; k++) {
      int value = (int) Math.round(middle[k] + (end[k] - middle[k]) * Math.pow(strength, 1.2));
      rgb = rgb << 8 | value;
    }
    return rgb;
  }
}

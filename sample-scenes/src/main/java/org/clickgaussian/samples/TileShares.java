package org.clickgaussian.samples;

import java.util.Arrays;

/**
 * The shares of the blend weights that sub-parts have in the pixels of one tile. Only the sub-parts
 * that occur in the tile have a column; columns ascend with the labels, so the columns of a part,
 * and those of an object, lie side by side.
 */
final class TileShares {
  private static final int TILE = 16;
  private static final float LEAST_ALPHA = 0.5f;

  private final int[] columnOf;
  private final int[] subParts;
  private final int[] parts;
  private final int[] objects;
  private final int columns;
  private final float[] shares;
  private final int[] pixels = new int[TILE * TILE];

  /**
   * Columns for a tile.
   *
   * @param occurring sub-parts that occur in the tile, with repeats
   * @param partOf the part of each sub-part
   * @param objectOf the object of each sub-part; both ascend with the label
   */
  TileShares(int[] occurring, int[] partOf, int[] objectOf) {
    boolean[] occurs = new boolean[partOf.length];
    for (int sub : occurring) {
      occurs[sub] = true;
    }
    columnOf = new int[partOf.length];
    subParts = new int[partOf.length];
    parts = new int[partOf.length];
    objects = new int[partOf.length];
    int count = 0;
    for (int sub = 1; sub < partOf.length; sub++) {
      if (occurs[sub]) {
        columnOf[sub] = count;
        subParts[count] = sub;
        parts[count] = partOf[sub];
        objects[count] = objectOf[sub];
        count++;
      }
    }
    columns = count;
    shares = new float[TILE * TILE * columns];
    Arrays.fill(pixels, -1);
  }

  /** Adds a blend weight of a pixel of the image. */
  void add(int pixel, int width, int subPart, float weight) {
    int local = pixel / width % TILE * TILE + pixel % width % TILE;
    pixels[local] = pixel;
    shares[local * columns + columnOf[subPart]] += weight;
  }

  /** Writes the labels of the tile's pixels. */
  void label(LabelImage image) {
    for (int local = 0; local < pixels.length; local++) {
      if (pixels[local] >= 0) {
        label(image, pixels[local], local * columns);
      }
    }
  }

  private void label(LabelImage image, int pixel, int row) {
    float alpha = 0;
    for (int column = 0; column < columns; column++) {
      alpha += shares[row + column];
    }
    if (alpha < LEAST_ALPHA) {
      return;
    }
    int first = best(row, objects, 0, columns);
    int last = end(objects, first, columns);
    image.objects()[pixel] = objects[first];
    first = best(row, parts, first, last);
    last = end(parts, first, last);
    image.parts()[pixel] = parts[first];
    image.subParts()[pixel] = subParts[best(row, subParts, first, last)];
  }

  /** The first column of the label with the largest share among some columns. */
  private int best(int row, int[] labels, int from, int to) {
    int best = from;
    float most = -1;
    for (int first = from; first < to; ) {
      int last = end(labels, first, to);
      float sum = 0;
      for (int column = first; column < last; column++) {
        sum += shares[row + column];
      }
      if (sum > most) {
        most = sum;
        best = first;
      }
      first = last;
    }
    return best;
  }

  private static int end(int[] labels, int first, int to) {
    int end = first + 1;
    while (end < to && labels[end] == labels[first]) {
      end++;
    }
    return end;
  }
}

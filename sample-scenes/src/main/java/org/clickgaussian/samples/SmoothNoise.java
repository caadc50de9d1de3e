package org.clickgaussian.samples;

import org.clickgaussian.math.RandomStream;

/** A random field over an image that changes smoothly, with values from −1 to 1 (value noise). */
final class SmoothNoise {
  private final double cell;
  private final int columns;
  private final float[] values;

  /**
   * Draws a field.
   *
   * @param cell pixels from one random value to the next
   */
  SmoothNoise(RandomStream random, int width, int height, double cell) {
    this.cell = cell;
    this.columns = (int) (width / cell) + 2;
    this.values = new float[columns * ((int) (height / cell) + 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
  }

  /** The value at a pixel. */
  float at(int x, int y) {
    int column = (int) (x / cell);
    int row = (int) (y / cell);
    float u = smooth((float) (x / cell - column));
    float v = smooth((float) (y / cell - row));
    int i = row * columns + column;
    float upper = values[i] + u * (values[i + 1] - values[i]);
    float lower = values[i + columns] + u * (values[i + columns + 1] - values[i + columns]);
    return upper + v * (lower - upper);
  }

  private static float smooth(float t) {
    return t * t * (3 - 2 * t);
  }
}

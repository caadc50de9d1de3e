package org.clickgaussian.samples;

import java.util.Arrays;
import org.clickgaussian.math.RandomStream;

/**
 * Displaces the border of a region by 2 to 6 pixels, here outwards and there inwards: a pixel
 * belongs to the new region if its signed distance from the old border (negative inside) is below a
 * random field. The field's magnitude runs smoothly between 2 and 6; it is less only where the
 * field passes from outwards to inwards. The borders of the image stay where they are.
 */
final class BorderDisplacement {
  private static final int FARTHEST = 6;
  private static final int MARGIN = FARTHEST + 2;
  private static final double MAGNITUDE_CELL = 24;
  private static final double SIGN_CELL = 40;
  private static final float SIGN_STEEPNESS = 4;

  /** A region that would lose more than this share is displaced outwards alone. */
  private static final double MOST_LOST = 0.7;

  private final int width;
  private final int height;

  BorderDisplacement(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Region displaced(Region region, RandomStream random) {
    SmoothNoise magnitude = new SmoothNoise(random, width, height, MAGNITUDE_CELL);
    SmoothNoise sign = new SmoothNoise(random, width, height, SIGN_CELL);
    Window window = window(region);
    float[] distance = window.signedDistance(region, height);
    Region moved = below(window, distance, magnitude, sign, false);
    return moved.area() < (1 - MOST_LOST) * region.area()
        ? below(window, distance, magnitude, sign, true)
        : moved;
  }

  private Region below(
      Window window, float[] distance, SmoothNoise magnitude, SmoothNoise sign, boolean outwards) {
    int[] pixels = new int[distance.length];
    int count = 0;
    for (int x = 0, i = 0; x < window.columns; x++) {
      for (int y = 0; y < window.rows; y++, i++) {
        int px = window.left + x;
        int py = window.top + y;
        float side = outwards ? 1 : Math.clamp(SIGN_STEEPNESS * sign.at(px, py), -1f, 1f);
        if (distance[i] < side * (4 + 2 * magnitude.at(px, py))) {
          pixels[count++] = px * height + py;
        }
      }
    }
    return new Region(Arrays.copyOf(pixels, count));
  }

  /** The part of the image that the displaced border can reach. */
  private Window window(Region region) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int pixel : region.pixels()) {
      left = Math.min(left, pixel / height);
      right = Math.max(right, pixel / height);
      top = Math.min(top, pixel % height);
      bottom = Math.max(bottom, pixel % height);
    }
    left = Math.max(0, left - MARGIN);
    top = Math.max(0, top - MARGIN);
    right = Math.min(width - 1, right + MARGIN);
    bottom = Math.min(height - 1, bottom + MARGIN);
    return new Window(left, top, right - left + 1, bottom - top + 1);
  }

  /** A box of pixels, column by column. */
  private record Window(int left, int top, int columns, int rows) {
    private static final float FAR = 1e6f;

    float[] signedDistance(Region region, int height) {
      float[] toInside = new float[columns * rows];
      float[] toOutside = new float[columns * rows];
      Arrays.fill(toInside, FAR);
      for (int pixel : region.pixels()) {
        int i = (pixel / height - left) * rows + pixel % height - top;
        toInside[i] = 0;
        toOutside[i] = FAR;
      }
      spread(toInside);
      spread(toOutside);
      for (int i = 0; i < toInside.length; i++) {
        // Borders run between pixels, half a pixel from their centres.
        toInside[i] = toInside[i] > 0 ? toInside[i] - 0.5f : 0.5f - toOutside[i];
      }
      return toInside;
    }

    /** Distances to the nearest 0, in steps to the eight neighbours (within 8% of straight). */
    private void spread(float[] distance) {
      for (int x = 0; x < columns; x++) {
        for (int y = 0; y < rows; y++) {
          relax(distance, x, y, -1);
        }
      }
      for (int x = columns - 1; x >= 0; x--) {
        for (int y = rows - 1; y >= 0; y--) {
          relax(distance, x, y, 1);
        }
      }
    }

    private void relax(float[] distance, int x, int y, int step) {
      float diagonal = (float) Math.sqrt(2);
      float best = distance[x * rows + y];
      best = Math.min(best, at(distance, x, y + step) + 1);
      best = Math.min(best, at(distance, x + step, y - 1) + diagonal);
      best = Math.min(best, at(distance, x + step, y) + 1);
      best = Math.min(best, at(distance, x + step, y + 1) + diagonal);
      distance[x * rows + y] = best;
    }

    private float at(float[] distance, int x, int y) {
      return x < 0 || x >= columns || y < 0 || y >= rows ? FAR : distance[x * rows + y];
    }
  }
}

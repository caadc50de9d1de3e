package org.clickgaussian.viewport.frame;

import org.clickgaussian.work.Workers;

/**
 * Draws over a picture what is selected and what the pointer is on: a tint by how much of each
 * pixel is covered, and along the visible border (half covered) a bright line inside and a dark one
 * outside, which together stand out from any colour.
 */
final class Highlight {
  /** Half of a pixel: what is covered by more lies inside the border. */
  static final float INSIDE = 0.5f;

  /** How selections look. */
  static final Highlight SELECTION = new Highlight(0xff8c1a, 0.42f, 0xffe04d, 0.9f);

  /** How what the pointer is on looks. */
  static final Highlight PREVIEW = new Highlight(0xffffff, 0.2f, 0xffffff, 0.6f);

  /** Pixels across the bright line. */
  static final int LINE_WIDTH = 2;

  private static final int DARK = 0x101010;
  private static final int ROWS = 16;

  private final int tint;
  private final float strength;
  private final int line;
  private final float lineStrength;

  private Highlight(int tint, float strength, int line, float lineStrength) {
    this.tint = tint;
    this.strength = strength;
    this.line = line;
    this.lineStrength = lineStrength;
  }

  /**
   * Draws.
   *
   * @param base opaque pixels; may be {@code pixels}
   * @param coverage of what is highlighted: float[pixels]
   * @param pixels receives the result
   */
  void draw(int[] base, float[] coverage, int width, int[] pixels, Workers workers) {
    int height = pixels.length / width;
    workers.forRanges(
        height,
        ROWS,
        (piece, first, end) -> {
          for (int y = first; y < end; y++) {
            drawRow(base, coverage, width, y, height, pixels);
          }
        });
  }

  private void drawRow(int[] base, float[] coverage, int width, int y, int height, int[] pixels) {
    int row = y * width;
    for (int x = 0; x < width; x++) {
      int at = row + x;
      float here = coverage[at];
      if (here >= INSIDE) {
        boolean border =
            outsideNear(coverage, x, width, at, 1) || outsideNear(coverage, y, height, at, width);
        pixels[at] =
            border ? mixed(base[at], line, lineStrength) : mixed(base[at], tint, strength * here);
      } else if (insideBeside(coverage, x, width, at, 1)
          || insideBeside(coverage, y, height, at, width)) {
        pixels[at] = mixed(base[at], DARK, lineStrength);
      } else {
        pixels[at] = here > 0 ? mixed(base[at], tint, strength * here) : base[at];
      }
    }
  }

  /**
   * Whether, along one axis, a pixel within the line's width lies outside the border.
   *
   * @param place of the pixel along the axis
   * @param size of the picture along the axis
   * @param at number of the pixel
   * @param step from one pixel number to the next along the axis
   */
  private static boolean outsideNear(float[] coverage, int place, int size, int at, int step) {
    for (int offset = 1; offset <= LINE_WIDTH; offset++) {
      if (place >= offset && coverage[at - offset * step] < INSIDE
          || place + offset < size && coverage[at + offset * step] < INSIDE) {
        return true;
      }
    }
    return false;
  }

  /** Whether, along one axis, the pixel before or after lies inside the border. */
  private static boolean insideBeside(float[] coverage, int place, int size, int at, int step) {
    return place > 0 && coverage[at - step] >= INSIDE
        || place + 1 < size && coverage[at + step] >= INSIDE;
  }

  private static int mixed(int base, int with, float share) {
    int weight = (int) (256 * Math.min(share, 1) + 0.5f);
    int red = mixedChannel(base >> 16 & 0xff, with >> 16 & 0xff, weight);
    int green = mixedChannel(base >> 8 & 0xff, with >> 8 & 0xff, weight);
    int blue = mixedChannel(base & 0xff, with & 0xff, weight);
    return PixelPacking.OPAQUE | red << 16 | green << 8 | blue;
  }

  private static int mixedChannel(int base, int with, int weight) {
    return base + ((with - base) * weight + 128 >> 8);
  }
}

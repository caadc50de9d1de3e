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
    int up = y > 0 ? -width : 0;
    int down = y < height - 1 ? width : 0;
    for (int x = 0; x < width; x++) {
      int at = row + x;
      float here = coverage[at];
      float left = x > 0 ? coverage[at - 1] : here;
      float right = x < width - 1 ? coverage[at + 1] : here;
      float least =
          Math.min(Math.min(left, right), Math.min(coverage[at + up], coverage[at + down]));
      float most =
          Math.max(Math.max(left, right), Math.max(coverage[at + up], coverage[at + down]));
      pixels[at] = pixel(base[at], here, least, most);
    }
  }

  /**
   * One pixel.
   *
   * @param least coverage among its four neighbours in the picture
   * @param most coverage among them
   */
  private int pixel(int base, float here, float least, float most) {
    if (here >= INSIDE) {
      return least < INSIDE ? mixed(base, line, lineStrength) : mixed(base, tint, strength * here);
    }
    if (most >= INSIDE) {
      return mixed(base, DARK, lineStrength);
    }
    return here > 0 ? mixed(base, tint, strength * here) : base;
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

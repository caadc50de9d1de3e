package org.clickgaussian.viewport.frame;

import java.util.function.IntUnaryOperator;
import org.clickgaussian.work.Workers;

/** Packs colours into the opaque pixels that the window takes. */
final class PixelPacking {
  static final int OPAQUE = 0xff000000;

  /** Pixels that one thread works on at a time. */
  static final int PIECE = 1 << 14;

  private PixelPacking() {}

  /**
   * Packs colours, rounded to the nearest of 256 steps.
   *
   * @param rgb red, green, blue side by side, clamped to 0 … 1: float[3 · pixels]
   * @param pixels receives 0xffRRGGBB
   */
  static void pack(float[] rgb, int[] pixels, Workers workers) {
    workers.forRanges(
        pixels.length,
        PIECE,
        (piece, from, to) -> {
          for (int i = from; i < to; i++) {
            pixels[i] = packed(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]);
          }
        });
  }

  /**
   * All pixels of a view.
   *
   * @param colour of a pixel, 0xRRGGBB
   * @return 0xffRRGGBB: int[pixels]
   */
  static int[] each(KeptView view, IntUnaryOperator colour) {
    int[] pixels = new int[view.pixels()];
    view.workers()
        .forRanges(
            pixels.length,
            PIECE,
            (piece, from, to) -> {
              for (int i = from; i < to; i++) {
                pixels[i] = OPAQUE | colour.applyAsInt(i);
              }
            });
    return pixels;
  }

  /** One opaque pixel of channels from 0 to 1, clamped. */
  static int packed(float red, float green, float blue) {
    return OPAQUE | step(red) << 16 | step(green) << 8 | step(blue);
  }

  private static int step(float value) {
    return (int) (255 * Math.min(Math.max(value, 0f), 1f) + 0.5f);
  }
}

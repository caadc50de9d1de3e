package org.clickgaussian.viewport.frame;

/**
 * What the colours of a frame mean.
 *
 * @param text a few words; empty where colours speak for themselves
 * @param scale colours from {@code from} to {@code to}, as 0xRRGGBB, evenly spaced; empty if there
 *     is no scale
 * @param from value at the first colour
 * @param to value at the last colour
 */
public record Legend(String text, int[] scale, double from, double to) {
  /** Nothing to explain. */
  public static final Legend NONE = new Legend("", new int[0], 0, 0);

  /** Words without a scale. */
  public static Legend words(String text) {
    return new Legend(text, new int[0], 0, 0);
  }
}

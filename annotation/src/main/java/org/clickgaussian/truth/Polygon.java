package org.clickgaussian.truth;

import java.util.List;
import org.clickgaussian.mask.BitMask;

/**
 * A region of an image, bounded by closed rings: what an odd number of them surround is inside
 * (even-odd rule), so a ring within a ring is a hole, and rings apart are separate pieces.
 *
 * @param rings each double[2 · points]: x, y of the first point, of the second, …, in pixels, the
 *     image's upper left corner at 0, 0; the last point is joined to the first
 */
public record Polygon(List<double[]> rings) {
  /** Coordinates may lie outside of the image, but not further than this many pixels. */
  public static final double FARTHEST = 1e7;

  /** Checks that every ring has points and all coordinates are within {@link #FARTHEST}. */
  public Polygon {
    rings = List.copyOf(rings);
    for (double[] ring : rings) {
      if (ring.length < 6 || ring.length % 2 != 0) {
        throw new IllegalArgumentException("a ring of " + ring.length + " coordinates");
      }
      for (double coordinate : ring) {
        if (!(Math.abs(coordinate) <= FARTHEST)) {
          throw new IllegalArgumentException("a ring through " + coordinate);
        }
      }
    }
  }

  /**
   * The pixels whose centres, at half coordinates, are inside. Pixel centres on an edge belong to
   * the region on the right of it, or below it: regions that share an edge share no pixel.
   */
  public BitMask fill(int width, int height) {
    BitMask mask = new BitMask(width, height);
    for (double[] ring : rings) {
      int last = ring.length - 2;
      flipAlong(mask, ring[last], ring[last + 1], ring[0], ring[1]);
      for (int i = 0; i < last; i += 2) {
        flipAlong(mask, ring[i], ring[i + 1], ring[i + 2], ring[i + 3]);
      }
    }
    mask.accumulateParity();
    return mask;
  }

  /** Flips, in every row whose centre line the edge crosses, the first pixel right of it. */
  private static void flipAlong(BitMask mask, double x0, double y0, double x1, double y1) {
    if (y0 > y1) {
      // The same arithmetic in both directions, so that a shared edge lies where it does.
      flipAlong(mask, x1, y1, x0, y0);
      return;
    }
    int from = Math.max(0, (int) Math.ceil(y0 - 0.5));
    int to = Math.min(mask.height(), (int) Math.ceil(y1 - 0.5));
    for (int y = from; y < to; y++) {
      double x = x0 + (y + 0.5 - y0) * ((x1 - x0) / (y1 - y0));
      int column = Math.max(0, (int) Math.ceil(x - 0.5));
      if (column < mask.width()) {
        mask.flip(column, y);
      }
    }
  }
}

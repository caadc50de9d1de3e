package org.clickgaussian.evaluation;

import java.util.Optional;
import org.clickgaussian.mask.BitMask;

/**
 * The pixel of a mask that lies deepest inside: the greatest Euclidean distance to a pixel outside
 * of the mask or of the image; the first of equals, row by row. Where a person would click.
 *
 * @param x column
 * @param y row
 * @param squaredDistance its squared distance to the nearest pixel outside
 */
public record InteriorPoint(int x, int y, long squaredDistance) {
  /** Finds it; empty for an empty mask. */
  public static Optional<InteriorPoint> of(BitMask mask) {
    int width = mask.width();
    int height = mask.height();
    int[][] toEdge = new int[width][height];
    for (int x = 0; x < width; x++) {
      verticalDistances(mask, x, toEdge[x]);
    }
    InteriorPoint best = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        long least = best == null ? 0 : best.squaredDistance;
        long bound = (long) toEdge[x][y] * toEdge[x][y];
        if (bound > least) {
          long distance = squaredDistance(toEdge, x, y, bound);
          if (distance > least) {
            best = new InteriorPoint(x, y, distance);
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** For every pixel of a column the distance, within the column, to the nearest one outside. */
  private static void verticalDistances(BitMask mask, int x, int[] distances) {
    int run = 0;
    for (int y = 0; y < distances.length; y++) {
      run = mask.get(x, y) ? run + 1 : 0;
      distances[y] = run;
    }
    run = 0;
    for (int y = distances.length - 1; y >= 0; y--) {
      run = mask.get(x, y) ? run + 1 : 0;
      distances[y] = Math.min(distances[y], run);
    }
  }

  /** The least of (column distance)² + (vertical distance there)², searched outwards. */
  private static long squaredDistance(int[][] toEdge, int x, int y, long bound) {
    long least = bound;
    for (long step = 1; step * step < least; step++) {
      least = Math.min(least, step * step + squaredAt(toEdge, x - step, y));
      least = Math.min(least, step * step + squaredAt(toEdge, x + step, y));
    }
    return least;
  }

  private static long squaredAt(int[][] toEdge, long x, int y) {
    boolean inside = x >= 0 && x < toEdge.length;
    return inside ? (long) toEdge[(int) x][y] * toEdge[(int) x][y] : 0;
  }
}

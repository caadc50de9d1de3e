package org.clickgaussian.cluster;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Points in tiles of as many as a vector has lanes: float d of the points of tile t lies from
 * {@code (t · D + d) · lanes}. So the distances from one point to a whole tile take D vector
 * differences, and a tile lies in one piece of memory.
 *
 * <p>Squared distances are sums of squared differences, added in the order of the dimensions by
 * fused multiply-adds: every kernel here gives the same bits for the same two points.
 */
final class PointTiles {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int WIDTH = LANES.length();

  /** What fills the last tile; its squared distance to any sensible point is the largest. */
  private static final float PADDING = 1e18f;

  final int dimensions;
  final float[] tiles;
  private int count;

  /** Copies rows {@code from} … {@code to} − 1 of a row-major table. */
  PointTiles(float[] rows, int dimensions, int from, int to) {
    this.dimensions = dimensions;
    this.count = to - from;
    this.tiles = new float[Math.multiplyExact(tileCount() * WIDTH, dimensions)];
    Arrays.fill(tiles, PADDING);
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < dimensions; d++) {
        tiles[index(i, d)] = rows[(from + i) * dimensions + d];
      }
    }
  }

  int count() {
    return count;
  }

  int tileCount() {
    return (count + WIDTH - 1) / WIDTH;
  }

  private int index(int point, int d) {
    return (point / WIDTH * dimensions + d) * WIDTH + point % WIDTH;
  }

  /** Copies a point's row. */
  void copyRow(int point, float[] row) {
    int at = index(point, 0);
    for (int d = 0; d < dimensions; d++) {
      row[d] = tiles[at + d * WIDTH];
    }
  }

  /** Takes a point out: the last point moves into its place. */
  void remove(int point) {
    int to = index(point, 0);
    int from = index(count - 1, 0);
    for (int d = 0; d < dimensions; d++) {
      tiles[to + d * WIDTH] = tiles[from + d * WIDTH];
      tiles[from + d * WIDTH] = PADDING;
    }
    count--;
  }

  /** Squared distances from a row to the points of one tile. */
  FloatVector squaredDistances(float[] row, int tile) {
    FloatVector sum = FloatVector.zero(LANES);
    int at = tile * dimensions * WIDTH;
    for (int d = 0; d < dimensions; d++) {
      FloatVector difference =
          FloatVector.fromArray(LANES, tiles, at + d * WIDTH)
              .sub(FloatVector.broadcast(LANES, row[d]));
      sum = difference.fma(difference, sum);
    }
    return sum;
  }
}

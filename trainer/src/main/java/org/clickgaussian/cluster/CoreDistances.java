package org.clickgaussian.cluster;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.clickgaussian.work.Workers;

/**
 * Core distances: for every point the squared distance to its k-th nearest point, itself included.
 * All n² distances are computed, four points against a tile at a time, and none is kept.
 */
final class CoreDistances {
  private static final VectorSpecies<Float> LANES = PointTiles.LANES;
  private static final int WIDTH = PointTiles.WIDTH;
  private static final int QUERIES = 64;
  private static final int GROUP = 4;

  /** Tiles that stay in the second-level cache while all queries of a piece pass over them. */
  private static final int CHUNK_FLOATS = 1 << 16;

  private final PointTiles points;
  private final float[] rows;
  private final int k;
  private final float[] squared;

  private CoreDistances(PointTiles points, float[] rows, int k) {
    this.points = points;
    this.rows = rows;
    this.k = Math.min(k, points.count());
    this.squared = new float[points.count()];
  }

  /**
   * The squared core distances.
   *
   * @param rows row-major float[n · D], the same points as {@code points}
   * @param k which neighbour, 1 being the point itself; n where it is more
   * @return float[n]
   */
  static float[] squared(
      PointTiles points, float[] rows, int k, Workers workers, CountedProgress progress) {
    CoreDistances distances = new CoreDistances(points, rows, k);
    workers.forRanges(
        points.count(),
        QUERIES,
        (piece, from, to) -> {
          progress.step();
          distances.fill(from, to);
        });
    return distances.squared;
  }

  /** How many steps {@link #squared} reports. */
  static int steps(int n) {
    return Workers.pieces(n, QUERIES);
  }

  private void fill(int from, int to) {
    int dimensions = points.dimensions;
    int groups = (to - from + GROUP - 1) / GROUP;
    float[] queries = new float[groups * GROUP * dimensions];
    for (int q = 0; q < groups * GROUP; q++) {
      // The last group may be short: its last point is asked for again, which changes nothing.
      int point = Math.min(from + q, to - 1);
      System.arraycopy(rows, point * dimensions, queries, q * dimensions, dimensions);
    }
    SmallestValues[] nearest = new SmallestValues[groups * GROUP];
    for (int q = 0; q < nearest.length; q++) {
      nearest[q] = new SmallestValues(k);
    }
    int chunk = Math.max(1, CHUNK_FLOATS / (dimensions * WIDTH));
    for (int tile = 0; tile < points.tileCount(); tile += chunk) {
      int end = Math.min(points.tileCount(), tile + chunk);
      for (int g = 0; g < groups; g++) {
        scan(queries, g * GROUP, nearest, tile, end);
      }
    }
    for (int i = from; i < to; i++) {
      squared[i] = nearest[i - from].largest();
    }
  }

  /** Four queries against the tiles of one chunk. */
  private void scan(
      float[] queries, int first, SmallestValues[] nearest, int fromTile, int toTile) {
    int dimensions = points.dimensions;
    float[] tiles = points.tiles;
    int q0 = first * dimensions;
    int q1 = q0 + dimensions;
    int q2 = q1 + dimensions;
    int q3 = q2 + dimensions;
    for (int tile = fromTile; tile < toTile; tile++) {
      FloatVector s0 = FloatVector.zero(LANES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int at = tile * dimensions * WIDTH;
      for (int d = 0; d < dimensions; d++) {
        FloatVector p = FloatVector.fromArray(LANES, tiles, at + d * WIDTH);
        FloatVector d0 = p.sub(FloatVector.broadcast(LANES, queries[q0 + d]));
        FloatVector d1 = p.sub(FloatVector.broadcast(LANES, queries[q1 + d]));
        FloatVector d2 = p.sub(FloatVector.broadcast(LANES, queries[q2 + d]));
        FloatVector d3 = p.sub(FloatVector.broadcast(LANES, queries[q3 + d]));
        s0 = d0.fma(d0, s0);
        s1 = d1.fma(d1, s1);
        s2 = d2.fma(d2, s2);
        s3 = d3.fma(d3, s3);
      }
      int lanes = Math.min(WIDTH, points.count() - tile * WIDTH);
      take(s0, nearest[first], lanes);
      take(s1, nearest[first + 1], lanes);
      take(s2, nearest[first + 2], lanes);
      take(s3, nearest[first + 3], lanes);
    }
  }

  private static void take(FloatVector distances, SmallestValues nearest, int lanes) {
    VectorMask<Float> nearer = distances.compare(VectorOperators.LT, nearest.largest());
    if (nearer.anyTrue()) {
      float[] values = nearest.lanes;
      distances.intoArray(values, 0);
      for (int lane = 0; lane < lanes; lane++) {
        nearest.offer(values[lane]);
      }
    }
  }

  /** The k smallest of the values offered: a heap with the largest on top. */
  private static final class SmallestValues {
    final float[] lanes = new float[WIDTH];
    private final float[] heap;

    SmallestValues(int k) {
      heap = new float[k];
      Arrays.fill(heap, Float.POSITIVE_INFINITY);
    }

    float largest() {
      return heap[0];
    }

    void offer(float value) {
      if (value >= heap[0]) {
        return;
      }
      int hole = 0;
      int child = 1;
      while (child < heap.length) {
        if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
          child++;
        }
        if (heap[child] <= value) {
          break;
        }
        heap[hole] = heap[child];
        hole = child;
        child = 2 * hole + 1;
      }
      heap[hole] = value;
    }
  }
}

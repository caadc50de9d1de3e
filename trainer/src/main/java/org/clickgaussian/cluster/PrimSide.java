package org.clickgaussian.cluster;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Points that Prim's algorithm has not reached yet, each with the lightest edge that leads to it
 * from a point already reached.
 */
final class PrimSide {
  private static final VectorSpecies<Float> LANES = PointTiles.LANES;
  private static final VectorSpecies<Integer> INT_LANES =
      VectorSpecies.of(int.class, LANES.vectorShape());
  private static final int WIDTH = PointTiles.WIDTH;

  private final PointTiles points;
  private final int[] ids;
  private final float[] core;
  private final float[] weights;
  private final int[] parents;

  /** Where the lightest edge leads, and its weight, after {@link #findLightest()}. */
  int lightest;

  float lightestWeight;

  /**
   * Points {@code from} … {@code to} − 1 of all.
   *
   * @param rows row-major float[n · D]
   * @param squaredCore squared core distances: float[n]
   */
  PrimSide(float[] rows, int dimensions, float[] squaredCore, int from, int to) {
    points = new PointTiles(rows, dimensions, from, to);
    int padded = points.tileCount() * WIDTH;
    ids = new int[padded];
    core = new float[padded];
    weights = new float[padded];
    parents = new int[padded];
    // Places without a point never win: their core distance is infinite.
    Arrays.fill(core, Float.POSITIVE_INFINITY);
    Arrays.fill(weights, Float.POSITIVE_INFINITY);
    Arrays.fill(parents, Integer.MAX_VALUE);
    for (int i = 0; i < to - from; i++) {
      ids[i] = from + i;
      core[i] = squaredCore[from + i];
    }
  }

  int count() {
    return points.count();
  }

  int id(int place) {
    return ids[place];
  }

  int parent(int place) {
    return parents[place];
  }

  float core(int place) {
    return core[place];
  }

  void copyRow(int place, float[] row) {
    points.copyRow(place, row);
  }

  /** Takes a point out: the last one moves into its place. */
  void remove(int place) {
    points.remove(place);
    int last = points.count();
    ids[place] = ids[last];
    core[place] = core[last];
    weights[place] = weights[last];
    parents[place] = parents[last];
    core[last] = Float.POSITIVE_INFINITY;
    weights[last] = Float.POSITIVE_INFINITY;
  }

  /**
   * Offers every point the edge from a point just reached. For one point, edges of equal weight
   * order by the index of their other end.
   */
  void offerEdges(int id, float[] row, float squaredCore) {
    FloatVector reachedCore = FloatVector.broadcast(LANES, squaredCore);
    IntVector reached = IntVector.broadcast(INT_LANES, id);
    int tiles = points.tileCount();
    for (int tile = 0; tile < tiles; tile++) {
      int at = tile * WIDTH;
      FloatVector weight =
          points
              .squaredDistances(row, tile)
              .max(reachedCore)
              .max(FloatVector.fromArray(LANES, core, at));
      FloatVector old = FloatVector.fromArray(LANES, weights, at);
      VectorMask<Float> lighter = weight.compare(VectorOperators.LE, old);
      if (lighter.anyTrue()) {
        IntVector oldParents = IntVector.fromArray(INT_LANES, parents, at);
        VectorMask<Integer> equal = weight.compare(VectorOperators.EQ, old).cast(INT_LANES);
        VectorMask<Integer> later = equal.and(oldParents.compare(VectorOperators.LT, reached));
        oldParents.blend(reached, lighter.cast(INT_LANES).andNot(later)).intoArray(parents, at);
        weight.min(old).intoArray(weights, at);
      }
    }
  }

  /** Finds the lightest edge in the order (weight, lower index, higher index). */
  void findLightest() {
    FloatVector least = FloatVector.broadcast(LANES, Float.POSITIVE_INFINITY);
    int padded = points.tileCount() * WIDTH;
    for (int at = 0; at < padded; at += WIDTH) {
      least = least.min(FloatVector.fromArray(LANES, weights, at));
    }
    lightestWeight = least.reduceLanes(VectorOperators.MIN);
    lightest = -1;
    if (lightestWeight == Float.POSITIVE_INFINITY) {
      return;
    }
    int ties = 0;
    for (int at = 0; at < padded; at += WIDTH) {
      VectorMask<Float> tied = lightest(at);
      if (tied.anyTrue()) {
        ties += tied.trueCount();
        lightest = at + tied.firstTrue();
      }
    }
    if (ties > 1) {
      lightest = firstOfTies(padded);
    }
  }

  private VectorMask<Float> lightest(int at) {
    return FloatVector.fromArray(LANES, weights, at).compare(VectorOperators.EQ, lightestWeight);
  }

  /** Of the lightest edges the one with the lowest lower index, then the lowest higher index. */
  private int firstOfTies(int padded) {
    IntVector low = IntVector.broadcast(INT_LANES, Integer.MAX_VALUE);
    for (int at = 0; at < padded; at += WIDTH) {
      low = low.lanewise(VectorOperators.MIN, lowEnds(at), lightest(at).cast(INT_LANES));
    }
    int lowest = low.reduceLanes(VectorOperators.MIN);
    IntVector high = IntVector.broadcast(INT_LANES, Integer.MAX_VALUE);
    for (int at = 0; at < padded; at += WIDTH) {
      high = high.lanewise(VectorOperators.MIN, highEnds(at), tiedAt(at, lowest));
    }
    int lowestHigh = high.reduceLanes(VectorOperators.MIN);
    for (int at = 0; at < padded; at += WIDTH) {
      VectorMask<Integer> found =
          tiedAt(at, lowest).and(highEnds(at).compare(VectorOperators.EQ, lowestHigh));
      if (found.anyTrue()) {
        return at + found.firstTrue();
      }
    }
    throw new AssertionError("no lightest edge among the lightest edges");
  }

  private VectorMask<Integer> tiedAt(int at, int lowest) {
    return lightest(at).cast(INT_LANES).and(lowEnds(at).compare(VectorOperators.EQ, lowest));
  }

  private IntVector highEnds(int at) {
    return IntVector.fromArray(INT_LANES, ids, at).max(IntVector.fromArray(INT_LANES, parents, at));
  }

  private IntVector lowEnds(int at) {
    return IntVector.fromArray(INT_LANES, ids, at).min(IntVector.fromArray(INT_LANES, parents, at));
  }
}

package org.clickgaussian.cluster;

import org.clickgaussian.work.Workers;

/**
 * The minimum spanning tree of the mutual reachability graph without its n² edges.
 *
 * <p>An edge of the tree of the whole graph is in the tree of every subgraph that holds it (else it
 * would be the heaviest of a cycle). So the points are cut into blocks; Prim's algorithm runs
 * within each block and between each two blocks (where only edges across count), each alone on one
 * thread with both blocks in its cache; the tree of all these trees' edges is the tree of the
 * whole. Every distance is computed once, there are no barriers, and because the order (weight,
 * lower index, higher index) is total, the tree depends neither on threads nor on the cut.
 */
final class BlockTrees {
  private static final int LARGEST_BLOCK = 1024;
  private static final int SMALLEST_BLOCK = 64;

  /** Edges held before they are thinned to a forest. */
  private static final int BATCH_EDGES = 1 << 22;

  private final float[] rows;
  private final int dimensions;
  private final float[] squaredCore;
  private final int n;
  private final int block;
  private final int blocks;
  private final int batchEdges;

  BlockTrees(float[] rows, int dimensions, float[] squaredCore) {
    this(rows, dimensions, squaredCore, BATCH_EDGES);
  }

  /**
   * The tree of some points.
   *
   * @param rows row-major float[n · D]
   * @param squaredCore squared core distances: float[n]
   * @param batchEdges edges held before they are thinned to a forest
   */
  BlockTrees(float[] rows, int dimensions, float[] squaredCore, int batchEdges) {
    this.batchEdges = batchEdges;
    this.rows = rows;
    this.dimensions = dimensions;
    this.squaredCore = squaredCore;
    this.n = squaredCore.length;
    this.block = Math.clamp(n / 16, SMALLEST_BLOCK, LARGEST_BLOCK);
    this.blocks = Workers.pieces(n, block);
  }

  /** How many steps {@link #forest} reports. */
  int steps() {
    return blocks * (blocks + 1) / 2;
  }

  /** The tree's edges. */
  EdgeForest forest(Workers workers, CountedProgress progress) {
    EdgeForest forest = new EdgeForest(n);
    int batch = Math.max(1, batchEdges / (2 * block));
    int pairs = steps();
    for (int first = 0; first < pairs; first += batch) {
      addBatch(forest, first, Math.min(pairs, first + batch), workers, progress);
    }
    return forest;
  }

  private void addBatch(
      EdgeForest forest, int first, int end, Workers workers, CountedProgress progress) {
    int[] starts = new int[end - first + 1];
    for (int pair = first; pair < end; pair++) {
      int a = firstBlock(pair);
      int b = secondBlock(pair, a);
      int points = size(a) + (a == b ? 0 : size(b));
      starts[pair - first + 1] = starts[pair - first] + points - 1;
    }
    long[] ends = new long[starts[end - first]];
    float[] squared = new float[ends.length];
    workers.forEach(
        end - first,
        i -> {
          progress.step();
          int a = firstBlock(first + i);
          grow(a, secondBlock(first + i, a), ends, squared, starts[i], starts[i + 1]);
        });
    forest.add(ends, squared);
  }

  /** Pairs are numbered (0,0), (1,0), (1,1), (2,0), …: the larger block first. */
  private static int firstBlock(int pair) {
    int a = (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
    while ((long) (a + 1) * (a + 2) / 2 <= pair) {
      a++;
    }
    while ((long) a * (a + 1) / 2 > pair) {
      a--;
    }
    return a;
  }

  private static int secondBlock(int pair, int a) {
    return pair - a * (a + 1) / 2;
  }

  private int size(int i) {
    return Math.min(n, (i + 1) * block) - i * block;
  }

  private PrimSide side(int i) {
    return new PrimSide(rows, dimensions, squaredCore, i * block, i * block + size(i));
  }

  /** Prim's algorithm within a block or across two; writes edges {@code from} … {@code to} − 1. */
  private void grow(int a, int b, long[] ends, float[] squared, int from, int to) {
    PrimSide one = side(a);
    PrimSide other = a == b ? one : side(b);
    float[] row = new float[dimensions];
    reach(one, 0, other, row);
    for (int edge = from; edge < to; edge++) {
      one.findLightest();
      other.findLightest();
      PrimSide next = isFirst(one, other) ? one : other;
      int place = next.lightest;
      ends[edge] = EdgeForest.ends(next.id(place), next.parent(place));
      squared[edge] = next.lightestWeight;
      reach(next, place, next == one ? other : one, row);
    }
  }

  private static boolean isFirst(PrimSide one, PrimSide other) {
    if (one.lightestWeight != other.lightestWeight) {
      return one.lightestWeight < other.lightestWeight;
    }
    return one == other
        || EdgeForest.ends(one.id(one.lightest), one.parent(one.lightest))
            < EdgeForest.ends(other.id(other.lightest), other.parent(other.lightest));
  }

  private static void reach(PrimSide side, int place, PrimSide opposite, float[] row) {
    int id = side.id(place);
    float core = side.core(place);
    side.copyRow(place, row);
    side.remove(place);
    opposite.offerEdges(id, row, core);
  }
}

package org.clickgaussian.splat.cpu;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sums the blend weights of a set of Gaussians anew, in those tiles alone whose list holds one that
 * joined or left the set. In such a tile only the rows that a member reaches are weighed, and only
 * down to the last member.
 */
final class CoveragePass {
  private static final int SIDE = TileGrid.SIDE;
  private static final int CHUNK = TileBlend.CHUNK;

  private final TileGrid grid;
  private final ViewMemory memory;
  private final long[] members;
  private final long[] changed;
  private final float[] coverage;
  private final AtomicInteger blended = new AtomicInteger();

  /**
   * A pass.
   *
   * @param members the set
   * @param changed Gaussians that joined or left it
   * @param coverage float[pixels], to be brought up to date
   */
  CoveragePass(
      TileGrid grid,
      ViewMemory memory,
      int count,
      BitSet members,
      BitSet changed,
      float[] coverage) {
    this.grid = grid;
    this.memory = memory;
    this.members = words(members, count);
    this.changed = words(changed, count);
    this.coverage = coverage;
  }

  private static long[] words(BitSet bits, int count) {
    return Arrays.copyOf(bits.toLongArray(), (count + Long.SIZE - 1) / Long.SIZE);
  }

  private static boolean has(long[] words, int gaussian) {
    return (words[gaussian >> 6] >>> gaussian & 1) != 0;
  }

  /** The number of tiles that were blended. */
  int blended() {
    return blended.get();
  }

  /** Whether a Gaussian of the tile joined or left the set. */
  boolean touches(int tile) {
    int[] list = memory.lists.entries();
    int end = memory.lists.start(tile + 1);
    for (int j = memory.lists.start(tile); j < end; j++) {
      if (has(changed, list[j])) {
        return true;
      }
    }
    return false;
  }

  /** Bit y is set where a member reaches row y of the tile. */
  int rows(int tile) {
    int[] list = memory.lists.entries();
    float[] values = memory.gaussians.values();
    int rows = 0;
    int end = memory.lists.start(tile + 1);
    for (int j = memory.lists.start(tile); j < end; j++) {
      if (has(members, list[j])) {
        int at = list[j] * ProjectedGaussians.STRIDE;
        double dy = grid.top(tile) + 0.5 - values[at + ProjectedGaussians.Y];
        rows |= ScalarBlendKernel.rowsWithin(values[at + ProjectedGaussians.HALF_HEIGHT], dy);
      }
    }
    return rows;
  }

  /** The number of chunks of the tile's list up to the last member. */
  private int chunks(int tile) {
    int[] list = memory.lists.entries();
    int start = memory.lists.start(tile);
    for (int j = memory.lists.start(tile + 1) - 1; j >= start; j--) {
      if (has(members, list[j])) {
        return (j - start) / CHUNK + 1;
      }
    }
    return 0;
  }

  /** Blends a tile that {@link #touches} says must be, begun with {@link #rows}. */
  void blend(TileRun run, int tile) {
    blended.incrementAndGet();
    TileBlend blend = run.blend();
    blend.reserve(1);
    for (int left = chunks(tile); left > 0 && run.next(); left--) {
      if (markMembers(run, blend.attributes)) {
        run.accumulate(1);
      }
    }
    for (int y = 0; y < grid.heightOf(tile); y++) {
      int to = (blend.top + y) * grid.width() + blend.left;
      System.arraycopy(blend.planes, y * SIDE, coverage, to, grid.widthOf(tile));
    }
  }

  private boolean markMembers(TileRun run, float[] attributes) {
    boolean any = false;
    for (int position = 0; position < run.size(); position++) {
      boolean member = has(members, run.gaussian(position));
      attributes[position] = member ? 1 : 0;
      any |= member;
    }
    return any;
  }
}

package org.clickgaussian.splat.cpu;

import java.util.Arrays;
import org.clickgaussian.splat.SplattedView.TileVisitor;

/** All blend weights of one tile as a list: Gaussians front to back, pixels of each row by row. */
final class TileEntries {
  private static final int SIDE = TileGrid.SIDE;
  private static final int CHUNK = TileBlend.CHUNK;

  private int[] pixels = new int[1 << 14];
  private int[] gaussians = new int[1 << 14];
  private float[] weights = new float[1 << 14];
  private int count;

  /** Collects the weights of a tile. */
  void collect(TileGrid grid, TileRun run) {
    count = 0;
    int[] next = new int[SIDE];
    while (run.next()) {
      Arrays.setAll(next, y -> y * CHUNK);
      for (int position = 0; position < run.size(); position++) {
        collect(grid, run, position, next);
      }
    }
  }

  /** Collects one Gaussian's weights, which are the next of each row that it reaches. */
  private void collect(TileGrid grid, TileRun run, int position, int[] next) {
    TileBlend blend = run.blend();
    ensure(count + TileGrid.PIXELS);
    int start = count;
    for (int y = 0; y < SIDE; y++) {
      int entry = next[y];
      if (entry < y * CHUNK + blend.entries[y] && blend.positions[entry] == position) {
        next[y]++;
        add(blend, entry * SIDE, (blend.top + y) * grid.width() + blend.left);
      }
    }
    Arrays.fill(gaussians, start, count, run.gaussian(position));
  }

  /** Writes every pixel and steps on where it counts: whether it does is hard to foresee. */
  private void add(TileBlend blend, int from, int pixel) {
    int at = count;
    for (int x = 0; x < SIDE; x++) {
      float weight = blend.weights[from + x];
      pixels[at] = pixel + x;
      weights[at] = weight;
      at += weight > 0 ? 1 : 0;
    }
    count = at;
  }

  private void ensure(int size) {
    if (size > pixels.length) {
      int larger = Math.max(size, 2 * pixels.length);
      pixels = Arrays.copyOf(pixels, larger);
      gaussians = Arrays.copyOf(gaussians, larger);
      weights = Arrays.copyOf(weights, larger);
    }
  }

  /** Hands the list to a visitor. */
  void show(int tile, TileVisitor visitor) {
    visitor.visit(tile, count, pixels, gaussians, weights);
  }
}

package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/** Finds, for each pixel, the Gaussian at which the transmittance falls to one half. */
final class FrontPass {
  private static final int SIDE = TileGrid.SIDE;

  private final TileGrid grid;
  private final int[] front;

  FrontPass(TileGrid grid) {
    this.grid = grid;
    this.front = new int[Math.multiplyExact(grid.width(), grid.height())];
    Arrays.fill(front, -1);
  }

  int[] front() {
    return front;
  }

  void blend(TileRun run, int tile) {
    TileBlend blend = run.blend();
    float[] through = new float[TileGrid.PIXELS];
    Arrays.fill(through, 1);
    while (run.next()) {
      for (int y = 0; y < grid.heightOf(tile); y++) {
        int to = (blend.top + y) * grid.width() + blend.left;
        row(run, y, through, to, grid.widthOf(tile));
      }
    }
  }

  /** Repeats the kernel's subtractions, so that the transmittance is that of the blending. */
  private void row(TileRun run, int y, float[] through, int to, int width) {
    TileBlend blend = run.blend();
    int first = y * TileBlend.CHUNK;
    for (int e = first; e < first + blend.entries[y]; e++) {
      for (int x = 0; x < width; x++) {
        float before = through[y * SIDE + x];
        float after = before - blend.weights[e * SIDE + x];
        if (before > 0.5f && after <= 0.5f) {
          front[to + x] = run.gaussian(blend.positions[e]);
        }
        through[y * SIDE + x] = after;
      }
    }
  }
}

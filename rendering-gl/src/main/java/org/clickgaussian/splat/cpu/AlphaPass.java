package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/** Sums the blend weights of each pixel. */
final class AlphaPass {
  private final TileGrid grid;
  private final float[] alpha;

  AlphaPass(TileGrid grid) {
    this.grid = grid;
    this.alpha = new float[Math.multiplyExact(grid.width(), grid.height())];
  }

  float[] alpha() {
    return alpha;
  }

  void blend(TileRun run, int tile) {
    TileBlend blend = run.blend();
    blend.reserve(1);
    Arrays.fill(blend.attributes, 0, TileBlend.CHUNK, 1);
    while (run.next()) {
      run.accumulate(1);
    }
    for (int y = 0; y < grid.heightOf(tile); y++) {
      int to = (blend.top + y) * grid.width() + blend.left;
      System.arraycopy(blend.planes, y * TileGrid.SIDE, alpha, to, grid.widthOf(tile));
    }
  }
}

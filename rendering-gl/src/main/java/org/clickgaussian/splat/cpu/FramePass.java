package org.clickgaussian.splat.cpu;

import org.clickgaussian.splat.Frame;

/** Blends colour, alpha and depth. */
final class FramePass {
  /** Red, green, blue, depth and 1, whose sum is alpha. */
  private static final int CHANNELS = 5;

  private final TileGrid grid;
  private final ViewMemory memory;
  private final float[] background;
  private final Frame frame;

  FramePass(TileGrid grid, ViewMemory memory, float[] background) {
    this.grid = grid;
    this.memory = memory;
    this.background = background;
    int pixels = Math.multiplyExact(grid.width(), grid.height());
    this.frame =
        new Frame(
            grid.width(),
            grid.height(),
            new float[Math.multiplyExact(3, pixels)],
            new float[pixels],
            new float[pixels]);
  }

  Frame frame() {
    return frame;
  }

  void blend(TileRun run, int tile) {
    TileBlend blend = run.blend();
    blend.reserve(CHANNELS);
    while (run.next()) {
      gather(run, blend.attributes);
      run.accumulate(CHANNELS);
    }
    for (int y = 0; y < grid.heightOf(tile); y++) {
      store(blend, y, (blend.top + y) * grid.width() + blend.left, grid.widthOf(tile));
    }
  }

  private void gather(TileRun run, float[] attributes) {
    float[] colours = memory.colours;
    float[] depths = memory.gaussians.depths();
    for (int position = 0; position < run.size(); position++) {
      int gaussian = run.gaussian(position);
      int from = gaussian * GaussianColours.STRIDE;
      int to = position * CHANNELS;
      attributes[to] = colours[from];
      attributes[to + 1] = colours[from + 1];
      attributes[to + 2] = colours[from + 2];
      attributes[to + 3] = depths[gaussian];
      attributes[to + 4] = 1;
    }
  }

  private void store(TileBlend blend, int y, int pixel, int width) {
    float[] planes = blend.planes;
    int stride = TileBlend.PLANE_STRIDE;
    for (int x = 0; x < width; x++) {
      int from = y * TileGrid.SIDE + x;
      float through = Math.abs(blend.transmittance[from]);
      int to = 3 * (pixel + x);
      frame.rgb()[to] = planes[from] + through * background[0];
      frame.rgb()[to + 1] = planes[stride + from] + through * background[1];
      frame.rgb()[to + 2] = planes[2 * stride + from] + through * background[2];
      frame.depth()[pixel + x] = planes[3 * stride + from];
      frame.alpha()[pixel + x] = planes[4 * stride + from];
    }
  }
}

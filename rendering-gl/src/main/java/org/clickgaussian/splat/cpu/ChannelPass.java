package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Blends the rows of a table. */
final class ChannelPass {
  private final TileGrid grid;
  private final ViewMemory memory;
  private final MemorySegment table;
  private final int channels;
  private final float[] pixels;

  ChannelPass(TileGrid grid, ViewMemory memory, MemorySegment table, int channels) {
    this.grid = grid;
    this.memory = memory;
    this.table = table;
    this.channels = channels;
    this.pixels =
        new float[Math.multiplyExact(channels, Math.multiplyExact(grid.width(), grid.height()))];
  }

  /** float[pixels · channels]. */
  float[] pixels() {
    return pixels;
  }

  void blend(TileRun run, int tile) {
    TileBlend blend = run.blend();
    blend.reserve(channels);
    while (run.next()) {
      for (int position = 0; position < run.size(); position++) {
        MemorySegment.copy(
            table,
            ValueLayout.JAVA_FLOAT,
            4L * channels * run.gaussian(position),
            blend.attributes,
            position * channels,
            channels);
      }
      run.accumulate(channels);
    }
    for (int y = 0; y < grid.heightOf(tile); y++) {
      int to = ((blend.top + y) * grid.width() + blend.left) * channels;
      for (int x = 0; x < grid.widthOf(tile); x++) {
        store(blend.planes, y * TileGrid.SIDE + x, to + x * channels);
      }
    }
  }

  private void store(float[] planes, int from, int to) {
    for (int c = 0; c < channels; c++) {
      pixels[to + c] = planes[c * TileBlend.PLANE_STRIDE + from];
    }
  }
}

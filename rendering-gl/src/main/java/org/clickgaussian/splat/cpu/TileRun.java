package org.clickgaussian.splat.cpu;

/**
 * Goes through the chunks of one tile's Gaussians, front to back, until all pixels are finished.
 */
final class TileRun {
  private final BlendKernel kernel;
  private final ViewMemory memory;
  private final TileBlend blend;
  private final int end;
  private int from;
  private int to;

  TileRun(BlendKernel kernel, ViewMemory memory, int tile, TileBlend blend) {
    this.kernel = kernel;
    this.memory = memory;
    this.blend = blend;
    this.end = memory.lists.start(tile + 1);
    this.to = memory.lists.start(tile);
  }

  /** Weighs the next chunk; false where there is none or no pixel is left. */
  boolean next() {
    from = to;
    to = Math.min(end, from + TileBlend.CHUNK);
    if (from == to || blend.liveRows == 0) {
      return false;
    }
    kernel.weigh(memory.gaussians, memory.lists.entries(), from, to, blend);
    return true;
  }

  /** Multiplies the chunk's weights with {@code blend().attributes}, adding to its planes. */
  void accumulate(int channels) {
    kernel.accumulate(blend, channels);
  }

  /** The tile, with the weights of the chunk. */
  TileBlend blend() {
    return blend;
  }

  /** The number of Gaussians in the chunk. */
  int size() {
    return to - from;
  }

  /** The Gaussian at a position of the chunk. */
  int gaussian(int position) {
    return memory.lists.entries()[from + position];
  }
}

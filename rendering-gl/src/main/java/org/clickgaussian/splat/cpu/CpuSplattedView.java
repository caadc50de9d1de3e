package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/**
 * One camera's view of the scene of a {@link CpuRasterizer}.
 *
 * <p>Its methods may be called from several threads, but not while another closes it.
 */
public final class CpuSplattedView implements SplattedView {
  private static final int ALL_ROWS = (1 << TileGrid.SIDE) - 1;

  private final CpuRasterizer rasterizer;
  private final Camera camera;
  private final TileGrid grid;
  private final ViewMemory memory;
  private final AtomicBoolean closed = new AtomicBoolean();
  private boolean coloured;

  CpuSplattedView(CpuRasterizer rasterizer, Camera camera, TileGrid grid, ViewMemory memory) {
    this.rasterizer = rasterizer;
    this.camera = camera;
    this.grid = grid;
    this.memory = memory;
  }

  @Override
  public Camera camera() {
    return camera;
  }

  /** Gaussians that touch a tile of the image. */
  public int visibleGaussians() {
    checkOpen();
    return memory.gaussians.visibleCount();
  }

  /** Length of all tiles' lists: pairs of a Gaussian and a tile that it may reach. */
  public int tilePairs() {
    checkOpen();
    return memory.lists.start(grid.tiles());
  }

  @Override
  public Frame frame(float[] background) {
    checkOpen();
    if (background.length != 3) {
      throw new IllegalArgumentException("a background has 3 channels, not " + background.length);
    }
    ensureColours();
    FramePass pass = new FramePass(grid, memory, background.clone());
    eachTile(pass::blend);
    return pass.frame();
  }

  @Override
  public float[] channels(MemorySegment table, int channels) {
    checkOpen();
    long needed = 4L * channels * rasterizer.scene.count();
    if (channels < 1 || table.byteSize() < needed) {
      throw new IllegalArgumentException(
          "a table of %d bytes does not hold %d Gaussians of %d channels"
              .formatted(table.byteSize(), rasterizer.scene.count(), channels));
    }
    ChannelPass pass = new ChannelPass(grid, memory, table, channels);
    eachTile(pass::blend);
    return pass.pixels();
  }

  @Override
  public float[] alpha() {
    checkOpen();
    AlphaPass pass = new AlphaPass(grid);
    eachTile(pass::blend);
    return pass.alpha();
  }

  @Override
  public int[] frontGaussians() {
    checkOpen();
    FrontPass pass = new FrontPass(grid);
    eachTile(pass::blend);
    return pass.front();
  }

  @Override
  public int updateCoverage(BitSet set, BitSet changed, float[] coverage) {
    checkOpen();
    if (coverage.length != grid.width() * grid.height()) {
      throw new IllegalArgumentException(
          "%d floats for %d × %d pixels".formatted(coverage.length, grid.width(), grid.height()));
    }
    CoveragePass pass =
        new CoveragePass(grid, memory, rasterizer.scene.count(), set, changed, coverage);
    rasterizer.workers.forEach(
        grid.tiles(),
        tile -> {
          if (pass.touches(tile)) {
            blend(tile, pass.rows(tile), pass::blend);
          }
        });
    return pass.blended();
  }

  @Override
  public BlendWeights blendWeights(int[] pixels) {
    checkOpen();
    PixelsByTile wanted = new PixelsByTile(grid, pixels);
    WeightsPass pass = new WeightsPass(wanted);
    rasterizer.workers.forEach(
        wanted.tiles(),
        t -> blend(wanted.tile(t), wanted.rows(t), (run, tile) -> gather(pass, t, run)));
    BlendWeights weights = pass.allocate();
    rasterizer.workers.forEach(wanted.tiles(), t -> pass.copy(t, weights));
    return weights;
  }

  private void gather(WeightsPass pass, int t, TileRun run) {
    TileRows rows = rasterizer.tileRows.take();
    pass.gather(t, run, rows);
    rasterizer.tileRows.give(rows);
  }

  @Override
  public void visitTiles(TileVisitor visitor) {
    checkOpen();
    Pool<TileEntries> pool = new Pool<>(rasterizer.workers.threads(), TileEntries::new);
    eachTile(
        (run, tile) -> {
          TileEntries entries = pool.take();
          entries.collect(grid, run);
          entries.show(tile, visitor);
          pool.give(entries);
        });
  }

  private synchronized void ensureColours() {
    if (!coloured) {
      rasterizer.colour(camera, memory);
      coloured = true;
    }
  }

  /** What a pass does with one tile. */
  @FunctionalInterface
  interface TileTask {
    void blend(TileRun run, int tile);
  }

  private void eachTile(TileTask task) {
    rasterizer.workers.forEach(grid.tiles(), tile -> blend(tile, ALL_ROWS, task));
  }

  private void blend(int tile, int rows, TileTask task) {
    TileBlend blend = rasterizer.blends.take();
    blend.begin(grid, tile, rows);
    task.blend(new TileRun(rasterizer.blendKernel, memory, tile, blend), tile);
    rasterizer.blends.give(blend);
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("this view is closed");
    }
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      rasterizer.release(memory);
    }
  }
}

package org.clickgaussian.splat.cpu;

import java.util.BitSet;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.work.Workers;

/**
 * Splats a scene on the processor; the package explains how. The same bits come out for any number
 * of threads and for both makes of {@link Kernels}.
 *
 * <p>Views may be made and used from several threads at once. They stay usable until they or this
 * rasteriser are closed. The scene must stay open and unchanged in the meantime; whoever changes
 * Gaussians says so by {@link #refresh}, while no view is being made.
 */
public final class CpuRasterizer implements SceneRasterizer {
  /** About 2 GiB of tile lists. */
  private static final int MOST_LIST_ENTRIES = 1 << 29;

  /** Working memory of views kept for the next view. */
  private static final int VIEWS_KEPT = 2;

  final GaussianScene scene;
  final Workers workers;
  final BlendKernel blendKernel;
  final Pool<TileBlend> blends;
  final Pool<TileRows> tileRows;
  private final ProjectionKernel projectionKernel;
  private final HarmonicsKernel harmonicsKernel;
  private final ActivatedGaussians activated;
  private final Pool<ViewMemory> views;
  private final Pool<double[]> projectionBlocks;

  /** A rasteriser with the kernels that suit this machine, {@link Kernels#preferred()}. */
  public CpuRasterizer(GaussianScene scene, Workers workers) {
    this(scene, workers, Kernels.preferred());
  }

  /**
   * A rasteriser.
   *
   * @param scene what to splat; stays the caller's to close, after this
   * @param workers threads to use; stay the caller's
   * @param kernels which make of the inner loops to use
   */
  public CpuRasterizer(GaussianScene scene, Workers workers, Kernels kernels) {
    this(scene, workers, kernels, MOST_LIST_ENTRIES);
  }

  CpuRasterizer(GaussianScene scene, Workers workers, Kernels kernels, int mostListEntries) {
    this.scene = scene;
    this.workers = workers;
    this.blendKernel = kernels.blend();
    this.projectionKernel = kernels.projection();
    this.harmonicsKernel = kernels.harmonics();
    this.activated = new ActivatedGaussians(scene, workers);
    this.blends = new Pool<>(workers.threads(), TileBlend::new);
    this.tileRows = new Pool<>(workers.threads(), TileRows::new);
    this.views = new Pool<>(VIEWS_KEPT, () -> new ViewMemory(scene.count(), mostListEntries));
    this.projectionBlocks =
        new Pool<>(
            workers.threads(), () -> new double[ProjectionKernel.ROWS * ProjectionKernel.BLOCK]);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the Gaussians reach so many tiles that the lists would not fit
   */
  @Override
  public CpuSplattedView splat(Camera camera) {
    TileGrid grid = TileGrid.of(camera.width(), camera.height());
    ViewMemory memory = views.take();
    try {
      memory.gaussians.project(
          projectionKernel, activated, Projection.of(camera), grid, projectionBlocks, workers);
      int[] order = memory.order.sort(memory.gaussians);
      memory.lists.build(memory.gaussians, order, grid, workers);
    } catch (RuntimeException | Error e) {
      views.give(memory);
      throw e;
    }
    return new CpuSplattedView(this, camera, grid, memory);
  }

  @Override
  public void hide(BitSet gaussians) {
    activated.hide(gaussians);
  }

  @Override
  public void refresh(int[] gaussians) {
    activated.refresh(gaussians, workers);
  }

  @Override
  public String device() {
    return device(workers);
  }

  /** What rasterisers on these threads compute on, such as "CPU, 2 threads". */
  public static String device(Workers workers) {
    return workers.threads() == 1 ? "CPU, 1 thread" : "CPU, " + workers.threads() + " threads";
  }

  /** Takes back the memory of a view. */
  void release(ViewMemory memory) {
    views.give(memory);
  }

  /** Computes the colours of all visible Gaussians into the view's memory. */
  void colour(Camera camera, ViewMemory memory) {
    if (memory.colours == null) {
      memory.colours = new float[Math.multiplyExact(GaussianColours.STRIDE, scene.count())];
    }
    GaussianColours.compute(harmonicsKernel, scene, camera, memory, workers);
  }

  @Override
  public void close() {
    views.clear();
    activated.close();
  }
}

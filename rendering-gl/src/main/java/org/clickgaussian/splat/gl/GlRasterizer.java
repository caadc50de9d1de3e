package org.clickgaussian.splat.gl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.BitSet;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.cpu.TileGrid;
import org.clickgaussian.work.Workers;

/**
 * Splats a scene on a graphics processor; the package explains how.
 *
 * <p>Views may be made and used from several threads at once; the device does one thing after
 * another. They stay usable until they or this rasteriser are closed. The scene must stay open in
 * the meantime; whoever changes Gaussians says so by {@link #refresh}, while no view is being made.
 */
public final class GlRasterizer implements SceneRasterizer {
  /** Invocations in a work group of most kernels. */
  static final int GROUP = 256;

  /** Memory of views kept for the next view. */
  private static final int VIEWS_KEPT = 2;

  final GlContext context;
  final Workers workers;
  final SceneBuffers scene;
  final TileBlender blender;
  final WeightRows weightRows;
  final RequestBuffers requests;
  final PictureReader pictures;
  private final TilePairs tilePairs;
  private final ArrayDeque<ViewBuffers> free = new ArrayDeque<>();
  private boolean closed;

  /** What the constructor makes on the context's thread. */
  private record Parts(TilePairs pairs, TileBlender blender, WeightRows rows) {}

  /**
   * Brings a scene to the device.
   *
   * @param context the device; stays the caller's to close, after this
   * @param scene what to splat; stays the caller's to close, after this
   * @param workers threads to prepare the scene with; stay the caller's
   * @throws org.clickgaussian.gl.GlMemoryException if the device has not enough memory left
   */
  public GlRasterizer(GlContext context, GaussianScene scene, Workers workers) {
    this.context = context;
    this.workers = workers;
    this.scene = new SceneBuffers(context, scene, workers);
    Parts parts;
    try {
      parts = context.call(() -> parts(context, scene.harmonicsDegree()));
    } catch (RuntimeException | Error e) {
      this.scene.close();
      throw e;
    }
    this.tilePairs = parts.pairs();
    this.blender = parts.blender();
    this.weightRows = parts.rows();
    this.requests = new RequestBuffers(context);
    this.pictures = new PictureReader(context);
  }

  private static Parts parts(GlContext context, int harmonicsDegree) {
    return new Parts(
        new TilePairs(context), new TileBlender(context, harmonicsDegree), new WeightRows(context));
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.clickgaussian.gl.GlMemoryException if the device has not enough memory left
   * @throws org.clickgaussian.gl.GlException if the Gaussians reach so many tiles that the lists
   *     would not fit
   */
  @Override
  public GlSplattedView splat(Camera camera) {
    TileGrid grid = TileGrid.of(camera.width(), camera.height());
    ViewBuffers buffers = take();
    try {
      context.run(() -> tilePairs.list(scene, camera, grid, buffers));
    } catch (RuntimeException | Error e) {
      release(buffers);
      throw e;
    }
    return new GlSplattedView(this, camera, grid, buffers);
  }

  /** N, the number of Gaussians. */
  public int count() {
    return scene.count();
  }

  @Override
  public String device() {
    return context.report().renderer();
  }

  /** The device. */
  public GlContext context() {
    return context;
  }

  @Override
  public void hide(BitSet gaussians) {
    scene.hide(gaussians);
  }

  @Override
  public void refresh(int[] gaussians) {
    scene.refresh(gaussians);
  }

  /**
   * Brings a table of a row for each Gaussian to the device, for {@link GlSplattedView#channels}.
   *
   * @param table row-major float[N][channels]
   * @param channels the number of floats in a row, at least 1
   * @return float[N · channels], the caller's to close
   */
  public GlBuffer uploadTable(MemorySegment table, int channels) {
    long words = tableWords(table.byteSize(), channels);
    return context.call(
        () -> {
          GlBuffer buffer = context.buffer(words);
          buffer.upload(table, words);
          return buffer;
        });
  }

  /** The floats of a table, which must have as many bytes at least. */
  long tableWords(long bytes, int channels) {
    long words = (long) channels * count();
    if (channels < 1 || bytes < 4 * words) {
      throw new IllegalArgumentException(
          "a table of %d bytes does not hold %d Gaussians of %d channels"
              .formatted(bytes, count(), channels));
    }
    return words;
  }

  private synchronized ViewBuffers take() {
    if (closed) {
      throw new IllegalStateException("this rasteriser is closed");
    }
    ViewBuffers last = free.pollLast();
    return last == null ? new ViewBuffers(context) : last;
  }

  /** Takes back the memory of a view. */
  synchronized void release(ViewBuffers buffers) {
    if (closed || free.size() == VIEWS_KEPT) {
      buffers.close();
    } else {
      free.addLast(buffers);
    }
  }

  /** Frees the memory on the device; that of open views when they are closed. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    free.forEach(ViewBuffers::close);
    free.clear();
    requests.close();
    pictures.close();
    weightRows.close();
    tilePairs.close();
    scene.close();
  }
}

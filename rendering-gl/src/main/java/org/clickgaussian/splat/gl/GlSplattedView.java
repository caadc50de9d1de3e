package org.clickgaussian.splat.gl;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GrowingBuffer;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.TileGrid;

/**
 * One camera's view of the scene of a {@link GlRasterizer}.
 *
 * <p>Beside the methods of {@link SplattedView}, which bring their results to memory, there are
 * such that leave them on the device. A buffer that they return belongs to the view and holds until
 * the same method is called again or the view is closed; commands given to the device before that
 * still see it. It may be longer than the image.
 *
 * <p>The methods may be called from several threads, but not while another closes it.
 */
public final class GlSplattedView implements SplattedView {
  private final GlRasterizer rasterizer;
  private final Camera camera;
  private final TileGrid grid;
  private final ViewBuffers buffers;
  private final AtomicBoolean closed = new AtomicBoolean();

  GlSplattedView(GlRasterizer rasterizer, Camera camera, TileGrid grid, ViewBuffers buffers) {
    this.rasterizer = rasterizer;
    this.camera = camera;
    this.grid = grid;
    this.buffers = buffers;
  }

  @Override
  public Camera camera() {
    return camera;
  }

  /** Gaussians that reach a tile of the image. */
  public long visibleGaussians() {
    checkOpen();
    return buffers.visible;
  }

  /** Length of all tiles' lists: pairs of a Gaussian and a tile that it may reach. */
  public long tilePairs() {
    checkOpen();
    return buffers.pairs;
  }

  private int pixels() {
    return Math.multiplyExact(grid.width(), grid.height());
  }

  private <T> T call(Supplier<T> work) {
    checkOpen();
    return rasterizer.context.call(work);
  }

  /**
   * Colour, alpha and depth of every pixel, left on the device.
   *
   * @param background red, green, blue behind everything, 0 to 1
   */
  public GlFrame frameOnDevice(float[] background) {
    if (background.length != 3) {
      throw new IllegalArgumentException("a background has 3 channels, not " + background.length);
    }
    return call(
        () -> {
          rasterizer.blender.frame(rasterizer.scene, camera, grid, buffers, background.clone());
          return new GlFrame(
              grid.width(),
              grid.height(),
              buffers.rgb.get(),
              buffers.alpha.get(),
              buffers.depth.get());
        });
  }

  @Override
  public Frame frame(float[] background) {
    return call(
        () -> {
          GlFrame frame = frameOnDevice(background);
          return new Frame(
              frame.width(),
              frame.height(),
              frame.rgb().floats(0, Math.multiplyExact(3, pixels())),
              frame.alpha().floats(0, pixels()),
              frame.depth().floats(0, pixels()));
        });
  }

  /**
   * The colours of every pixel, left on the device.
   *
   * @return words 0xAARRGGBB, A = 255, as {@link org.clickgaussian.image.RgbImage#ofFloats} rounds
   */
  public GlBuffer wordsOnDevice(float[] background) {
    return call(() -> wordsOnDevice(frameOnDevice(background).rgb()));
  }

  /**
   * Any colours of the size of this view as words, left on the device.
   *
   * @param rgb red, green, blue of each pixel side by side, such as three channels; clamped to 0 to
   *     1
   * @return words 0xAARRGGBB, A = 255
   */
  public GlBuffer wordsOnDevice(GlBuffer rgb) {
    return call(
        () -> {
          rasterizer.blender.pack(grid, buffers, rgb);
          return buffers.words.get();
        });
  }

  @Override
  public Optional<int[]> packedColours(float[] background) {
    checkOpen();
    return Optional.of(rasterizer.pictures.read(() -> wordsOnDevice(background), pixels()));
  }

  @Override
  public Optional<int[]> packedChannels(MemorySegment table) {
    checkOpen();
    long words = rasterizer.tableWords(table.byteSize(), 3);
    return Optional.of(
        rasterizer.pictures.read(
            () -> {
              GlBuffer onDevice = rasterizer.requests.table.atLeast(words);
              onDevice.upload(table, words);
              return wordsOnDevice(channelsOnDevice(onDevice, 3));
            },
            pixels()));
  }

  @Override
  public float[] channels(MemorySegment table, int channels) {
    checkOpen();
    long words = rasterizer.tableWords(table.byteSize(), channels);
    return call(
        () -> {
          GlBuffer onDevice = rasterizer.requests.table.atLeast(words);
          onDevice.upload(table, words);
          return channels(onDevice, channels);
        });
  }

  /**
   * Blends rows of a table that is on the device.
   *
   * @param table row-major float[N][channels], such as {@link GlRasterizer#uploadTable} makes
   * @return float[pixels · channels], the channels of a pixel side by side
   */
  public float[] channels(GlBuffer table, int channels) {
    return call(
        () -> channelsOnDevice(table, channels).floats(0, Math.multiplyExact(channels, pixels())));
  }

  /**
   * Blends rows of a table that is on the device, and leaves the result there: float[pixels ·
   * channels]. Up to 64 channels are blended in one pass.
   *
   * @param table row-major float[N][channels], such as {@link GlRasterizer#uploadTable} makes
   */
  public GlBuffer channelsOnDevice(GlBuffer table, int channels) {
    rasterizer.tableWords(4 * table.words(), channels);
    return call(
        () -> {
          rasterizer.blender.channels(grid, buffers, table, channels);
          return buffers.channels.get();
        });
  }

  /** Σ w of every pixel, left on the device: float[pixels]. */
  public GlBuffer alphaOnDevice() {
    return call(
        () -> {
          rasterizer.blender.alpha(grid, buffers);
          return buffers.alpha.get();
        });
  }

  @Override
  public float[] alpha() {
    return call(() -> alphaOnDevice().floats(0, pixels()));
  }

  /** The Gaussian at every pixel's visible surface or −1, left on the device: int[pixels]. */
  public GlBuffer frontGaussiansOnDevice() {
    return call(
        () -> {
          rasterizer.blender.front(grid, buffers);
          return buffers.front.get();
        });
  }

  @Override
  public int[] frontGaussians() {
    return call(() -> frontGaussiansOnDevice().ints(0, pixels()));
  }

  @Override
  public int updateCoverage(BitSet set, BitSet changed, float[] coverage) {
    checkOpen();
    if (coverage.length != pixels()) {
      throw new IllegalArgumentException(
          "%d floats for %d × %d pixels".formatted(coverage.length, grid.width(), grid.height()));
    }
    return call(
        () -> {
          GlBuffer sums = buffers.coverage.atLeast(pixels());
          updateCoverage(upload(set, buffers.members), upload(changed, buffers.changed), sums);
          int[] touched = buffers.touched.get().ints(0, grid.tiles());
          int blended = Arrays.stream(touched).sum();
          if (blended > 0) {
            copyTouched(touched, sums.floats(0, pixels()), coverage);
          }
          return blended;
        });
  }

  /**
   * Brings Σ w over a set up to date after the set changed, as {@link #updateCoverage(BitSet,
   * BitSet, float[])} does, without waiting for the device.
   *
   * @param set bits by index of the Gaussian, 32 in a word, the lowest first: uint[⌈N / 32⌉]
   * @param changed the Gaussians that joined or left the set since {@code coverage} was right
   * @param coverage float[pixels]; zeros are right for the empty set
   */
  public void updateCoverage(GlBuffer set, GlBuffer changed, GlBuffer coverage) {
    call(
        () -> {
          rasterizer.blender.coverage(grid, buffers, set, changed, coverage);
          return null;
        });
  }

  private GlBuffer upload(BitSet bits, GrowingBuffer to) {
    int words = Math.ceilDiv(rasterizer.count(), Integer.SIZE);
    GlBuffer buffer = to.atLeast(words);
    long[] longs = Arrays.copyOf(bits.toLongArray(), Math.ceilDiv(words, 2));
    buffer.upload(MemorySegment.ofArray(longs), words);
    return buffer;
  }

  private void copyTouched(int[] touched, float[] from, float[] to) {
    for (int tile = 0; tile < touched.length; tile++) {
      for (int y = 0; y < grid.heightOf(tile) && touched[tile] != 0; y++) {
        int at = (grid.top(tile) + y) * grid.width() + grid.left(tile);
        System.arraycopy(from, at, to, at, grid.widthOf(tile));
      }
    }
  }

  /**
   * The blend weights of some pixels, front to back, left on the device.
   *
   * @param pixels pixel numbers, in any order, repeats allowed; those outside the image have none
   * @param rows how many of them
   * @return the caller's to close
   */
  public DeviceWeights deviceWeights(GlBuffer pixels, int rows) {
    return call(
        () -> {
          GlBuffer starts = rasterizer.context.buffer(rows + 1L);
          GlBuffer gaussians = null;
          try {
            long entries = rasterizer.weightRows.count(grid, buffers, pixels, rows, starts);
            gaussians = rasterizer.context.buffer(Math.max(1, entries));
            GlBuffer weights = rasterizer.context.buffer(Math.max(1, entries));
            rasterizer.weightRows.write(grid, buffers, pixels, rows, starts, gaussians, weights);
            return new DeviceWeights(rows, entries, starts, gaussians, weights);
          } catch (RuntimeException | Error e) {
            starts.close();
            if (gaussians != null) {
              gaussians.close();
            }
            throw e;
          }
        });
  }

  @Override
  public BlendWeights blendWeights(int[] pixels) {
    checkOpen();
    for (int pixel : pixels) {
      if (pixel < 0 || pixel >= pixels()) {
        throw new IndexOutOfBoundsException(
            "pixel %d of an image of %d × %d".formatted(pixel, grid.width(), grid.height()));
      }
    }
    return call(() -> readWeights(pixels));
  }

  private BlendWeights readWeights(int[] pixels) {
    RequestBuffers requests = rasterizer.requests;
    int rows = pixels.length;
    GlBuffer wanted = requests.pixels.atLeast(Math.max(1, rows));
    wanted.upload(pixels);
    GlBuffer starts = requests.rowStarts.atLeast(rows + 1L);
    long entries = rasterizer.weightRows.count(grid, buffers, wanted, rows, starts);
    BlendWeights result =
        new BlendWeights(Arrays.stream(starts.ints(0, rows + 1)).asLongStream().toArray());
    try {
      if (entries > 0) {
        GlBuffer gaussians = requests.gaussians.atLeast(entries);
        GlBuffer weights = requests.weights.atLeast(entries);
        rasterizer.weightRows.write(grid, buffers, wanted, rows, starts, gaussians, weights);
        gaussians.download(0, result.gaussians(), entries);
        weights.download(0, result.weights(), entries);
      }
      return result;
    } catch (RuntimeException | Error e) {
      result.close();
      throw e;
    }
  }

  /** {@inheritDoc} Here pixel by pixel, which also is front to back within each pixel. */
  @Override
  public void visitTiles(TileVisitor visitor) {
    checkOpen();
    for (int from = 0; from < grid.tiles(); from += TileEntries.TILES) {
      int to = Math.min(grid.tiles(), from + TileEntries.TILES);
      TileEntries entries = new TileEntries(grid, from, to);
      try (BlendWeights weights = blendWeights(entries.pixels())) {
        rasterizer.workers.forEach(to - from, k -> entries.show(k, weights, visitor));
      }
    }
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("this view is closed");
    }
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      rasterizer.release(buffers);
    }
  }
}

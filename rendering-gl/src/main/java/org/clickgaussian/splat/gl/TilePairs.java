package org.clickgaussian.splat.gl;

import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.gl.GrowingBuffer;
import org.clickgaussian.gl.sort.PrefixSum;
import org.clickgaussian.gl.sort.RadixSort;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.cpu.Projection;
import org.clickgaussian.splat.cpu.TileGrid;

/**
 * Projects the Gaussians for a camera and lists, for every tile, those that reach it front to back.
 * Memory that is needed only in the meantime is kept here, and used on the context's thread.
 */
final class TilePairs implements AutoCloseable {
  /** Gaussians that a work group of {@code emit.comp} lists. */
  private static final int EMITTED = 128;

  /** What {@code emit.comp} does for each of them. */
  private static final int OPERATIONS_A_PAIR = 60;

  private static final int CAMERA_DOUBLES = 18;

  private final GlContext context;
  private final GlKernel project;
  private final GlKernel compact;
  private final GlKernel gather;
  private final GlKernel emit;
  private final GlKernel ranges;
  private final PrefixSum prefixSum;
  private final RadixSort radixSort;
  private final Totals totals;
  private final GlBuffer camera;
  private final GrowingBuffer boxes;
  private final GrowingBuffer slots;
  private final GrowingBuffer keys;
  private final GrowingBuffer order;
  private final GrowingBuffer pairStarts;
  private final GrowingBuffer tileKeys;

  TilePairs(GlContext context) {
    this.context = context;
    project = kernel(context, "project.comp");
    compact = kernel(context, "compact.comp");
    gather = kernel(context, "gather.comp");
    emit = kernel(context, "emit.comp");
    ranges = kernel(context, "ranges.comp");
    prefixSum = new PrefixSum(context);
    radixSort = new RadixSort(context);
    totals = new Totals(context);
    camera = context.buffer(2 * CAMERA_DOUBLES);
    boxes = new GrowingBuffer(context);
    slots = new GrowingBuffer(context);
    keys = new GrowingBuffer(context);
    order = new GrowingBuffer(context);
    pairStarts = new GrowingBuffer(context);
    tileKeys = new GrowingBuffer(context);
  }

  private static GlKernel kernel(GlContext context, String name) {
    return context.kernel(GlRasterizer.class, name, Map.of());
  }

  /**
   * Fills a view.
   *
   * @throws org.clickgaussian.gl.GlException if the Gaussians reach so many tiles that the lists
   *     would not fit
   */
  void list(SceneBuffers scene, Camera of, TileGrid grid, ViewBuffers view) {
    long n = scene.count();
    view.coloured = false;
    GlBuffer starts = view.starts.atLeast(grid.tiles() + 1L);
    if (n == 0) {
      view.visible = 0;
      view.pairs = 0;
      view.splats.atLeast(1);
      view.list.atLeast(1);
      starts.fill(0);
      return;
    }
    project(scene, of, grid, view);
    sortByDepth(n, view);
    countPairs(n, view);
    long pairs = view.pairs;
    GlBuffer list = view.list.get();
    if (list == null || list.words() < pairs) {
      list = view.list.atLeast(pairs + pairs / 8);
    }
    GlBuffer keysOfTiles = tileKeys.atLeast(list.words());
    emit(grid, view, keysOfTiles, list);
    radixSort.sort(keysOfTiles, list, pairs, bitsFor(grid.tiles()));
    ranges
        .with("tileKeys", keysOfTiles)
        .with("starts", starts)
        .set("pairs", (int) pairs)
        .set("tiles", grid.tiles())
        .dispatch(groups(grid.tiles() + 1L));
  }

  /** The number of bits that hold the numbers from 0 to count − 1, at least 1. */
  private static int bitsFor(int count) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(count - 1));
  }

  private static long groups(long invocations) {
    return Math.ceilDiv(invocations, GlRasterizer.GROUP);
  }

  private void project(SceneBuffers scene, Camera of, TileGrid grid, ViewBuffers view) {
    long n = scene.count();
    camera.upload(words(Projection.of(of)));
    project
        .with("geometry", scene.geometry())
        .with("camera", camera)
        .with("splats", view.splats.atLeast(8 * n))
        .with("boxes", boxes.atLeast(2 * n))
        .with("depths", view.depths.atLeast(n))
        .with("counts", view.counts.atLeast(n))
        .with("visible", slots.atLeast(n + 1))
        .set("count", scene.count())
        .set("columns", grid.columns())
        .set("rows", grid.rows())
        .dispatch(groups(n));
  }

  /** A camera's numbers as the kernel takes them. */
  private int[] words(Projection of) {
    double[] numbers = new double[CAMERA_DOUBLES];
    System.arraycopy(of.w(), 0, numbers, 0, 9);
    System.arraycopy(of.t(), 0, numbers, 9, 3);
    numbers[12] = of.fx();
    numbers[13] = of.fy();
    numbers[14] = of.cx();
    numbers[15] = of.cy();
    numbers[16] = of.limitX();
    numbers[17] = of.limitY();
    return context.doubles().used() ? doubles(numbers) : sumsOfFloats(numbers);
  }

  /** Two words each, the lower one first. */
  private static int[] doubles(double[] numbers) {
    int[] words = new int[2 * numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      long bits = Double.doubleToRawLongBits(numbers[k]);
      words[2 * k] = (int) bits;
      words[2 * k + 1] = (int) (bits >>> Integer.SIZE);
    }
    return words;
  }

  /** The nearest float, and what is missing. */
  private static int[] sumsOfFloats(double[] numbers) {
    int[] words = new int[2 * numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      float nearest = (float) numbers[k];
      words[2 * k] = Float.floatToRawIntBits(nearest);
      words[2 * k + 1] = Float.floatToRawIntBits((float) (numbers[k] - nearest));
    }
    return words;
  }

  /** Lists the visible Gaussians by index and sorts them; being stable, ties stay by index. */
  private void sortByDepth(long n, ViewBuffers view) {
    prefixSum.exclusive(slots.get(), slots.get(), n);
    totals.begin();
    slots.get().copyTo(n, totals.words(), 0, 1);
    compact
        .with("slots", slots.get())
        .with("depths", view.depths.get())
        .with("keys", keys.atLeast(n))
        .with("order", order.atLeast(n))
        .set("count", (int) n)
        .dispatch(groups(n));
    // Depths are positive, so the sign bit is 0.
    radixSort.sort(keys.get(), order.get(), totals.words(), 0, n, Integer.SIZE - 1);
  }

  private void countPairs(long n, ViewBuffers view) {
    GlBuffer sums = pairStarts.atLeast(n + 1);
    gather
        .with("totals", totals.words())
        .with("order", order.get())
        .with("counts", view.counts.get())
        .with("pairStarts", sums)
        .dispatch(groups(n));
    prefixSum.exclusive(sums, sums, totals.words(), 0, n);
    Totals.Total total = totals.read(sums, n, "pairs of a Gaussian and a tile");
    view.visible = total.count();
    view.pairs = total.sum();
  }

  private void emit(TileGrid grid, ViewBuffers view, GlBuffer keysOfTiles, GlBuffer list) {
    emit.with("totals", totals.words())
        .with("order", order.get())
        .with("pairStarts", pairStarts.get())
        .with("splats", view.splats.get())
        .with("boxes", boxes.get())
        .with("tileKeys", keysOfTiles)
        .with("list", list)
        .set("columns", grid.columns())
        .dispatch(Math.ceilDiv(view.visible, EMITTED), (double) OPERATIONS_A_PAIR * view.pairs);
  }

  @Override
  public void close() {
    prefixSum.close();
    radixSort.close();
    totals.close();
    camera.close();
    boxes.close();
    slots.close();
    keys.close();
    order.close();
    pairStarts.close();
    tileKeys.close();
  }
}

package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/** One camera's view by the {@link ReferenceRasterizer}: everything follows from {@link #pixel}. */
public final class ReferenceView implements SplattedView {
  /** A Gaussian's blend weight in a pixel. */
  private record Entry(ReferenceSplat splat, double weight) {}

  private final GaussianScene scene;
  private final Camera camera;
  private final TileGrid grid;
  private final List<List<ReferenceSplat>> tiles = new ArrayList<>();

  ReferenceView(GaussianScene scene, Camera camera) {
    this.scene = scene;
    this.camera = camera;
    this.grid = TileGrid.of(camera.width(), camera.height());
    List<ReferenceSplat> splats = new ArrayList<>();
    for (int i = 0; i < scene.count(); i++) {
      ReferenceSplat splat = ReferenceSplat.project(scene, i, camera);
      if (splat.isVisible()) {
        splats.add(splat);
      }
    }
    splats.sort(Comparator.comparing(splat -> (float) splat.depth()));
    for (int tile = 0; tile < grid.tiles(); tile++) {
      int left = grid.left(tile);
      int top = grid.top(tile);
      tiles.add(splats.stream().filter(splat -> splat.touches(left, top)).toList());
    }
  }

  @Override
  public Camera camera() {
    return camera;
  }

  /** The Gaussians that enter a pixel, front to back, with their blend weights. */
  private List<Entry> pixel(int pixel) {
    double x = pixel % grid.width() + 0.5;
    double y = pixel / grid.width() + 0.5;
    List<Entry> entries = new ArrayList<>();
    double through = 1;
    for (ReferenceSplat splat : tiles.get(grid.tileOf(pixel))) {
      double alpha = splat.alpha(x, y);
      if (alpha < 1.0 / 255) {
        continue;
      }
      if (through * (1 - alpha) < 1e-4) {
        break;
      }
      entries.add(new Entry(splat, alpha * through));
      through *= 1 - alpha;
    }
    return entries;
  }

  private int pixels() {
    return grid.width() * grid.height();
  }

  @Override
  public Frame frame(float[] background) {
    double[][] colours = new double[scene.count()][];
    Frame frame =
        new Frame(
            grid.width(),
            grid.height(),
            new float[3 * pixels()],
            new float[pixels()],
            new float[pixels()]);
    for (int pixel = 0; pixel < pixels(); pixel++) {
      blend(pixel, colours, background, frame);
    }
    return frame;
  }

  private void blend(int pixel, double[][] colours, float[] background, Frame frame) {
    double[] sums = new double[5];
    double through = 1;
    for (Entry entry : pixel(pixel)) {
      int gaussian = entry.splat.gaussian();
      if (colours[gaussian] == null) {
        colours[gaussian] = ReferenceHarmonics.colour(scene, gaussian, camera);
      }
      for (int channel = 0; channel < 3; channel++) {
        sums[channel] += entry.weight * colours[gaussian][channel];
      }
      sums[3] += entry.weight * entry.splat.depth();
      sums[4] += entry.weight;
      through -= entry.weight;
    }
    for (int channel = 0; channel < 3; channel++) {
      frame.rgb()[3 * pixel + channel] = (float) (sums[channel] + through * background[channel]);
    }
    frame.depth()[pixel] = (float) sums[3];
    frame.alpha()[pixel] = (float) sums[4];
  }

  @Override
  public float[] channels(MemorySegment table, int channels) {
    float[] result = new float[pixels() * channels];
    double[] sums = new double[channels];
    for (int pixel = 0; pixel < pixels(); pixel++) {
      Arrays.fill(sums, 0);
      for (Entry entry : pixel(pixel)) {
        long row = (long) entry.splat.gaussian() * channels;
        for (int channel = 0; channel < channels; channel++) {
          sums[channel] += entry.weight * table.getAtIndex(ValueLayout.JAVA_FLOAT, row + channel);
        }
      }
      for (int channel = 0; channel < channels; channel++) {
        result[pixel * channels + channel] = (float) sums[channel];
      }
    }
    return result;
  }

  @Override
  public float[] alpha() {
    float[] result = new float[pixels()];
    for (int pixel = 0; pixel < pixels(); pixel++) {
      result[pixel] = (float) pixel(pixel).stream().mapToDouble(Entry::weight).sum();
    }
    return result;
  }

  @Override
  public int[] frontGaussians() {
    int[] result = new int[pixels()];
    Arrays.setAll(result, this::frontGaussian);
    return result;
  }

  private int frontGaussian(int pixel) {
    double through = 1;
    for (Entry entry : pixel(pixel)) {
      through -= entry.weight;
      if (through <= 0.5) {
        return entry.splat.gaussian();
      }
    }
    return -1;
  }

  /** {@inheritDoc} Here every pixel anew. */
  @Override
  public int updateCoverage(BitSet set, BitSet changed, float[] coverage) {
    for (int pixel = 0; pixel < pixels(); pixel++) {
      double sum = 0;
      for (Entry entry : pixel(pixel)) {
        sum += set.get(entry.splat.gaussian()) ? entry.weight : 0;
      }
      coverage[pixel] = (float) sum;
    }
    return grid.tiles();
  }

  @Override
  public BlendWeights blendWeights(int[] pixels) {
    List<List<Entry>> rows = Arrays.stream(pixels).mapToObj(this::pixel).toList();
    long[] starts = new long[pixels.length + 1];
    for (int row = 0; row < pixels.length; row++) {
      starts[row + 1] = starts[row] + rows.get(row).size();
    }
    BlendWeights result = new BlendWeights(starts);
    long next = 0;
    for (Entry entry : rows.stream().flatMap(List::stream).toList()) {
      result.gaussians().setAtIndex(ValueLayout.JAVA_INT, next, entry.splat.gaussian());
      result.weights().setAtIndex(ValueLayout.JAVA_FLOAT, next, (float) entry.weight);
      next++;
    }
    return result;
  }

  /** {@inheritDoc} Here pixel by pixel, which also is front to back within each pixel. */
  @Override
  public void visitTiles(TileVisitor visitor) {
    for (int tile = 0; tile < grid.tiles(); tile++) {
      List<Integer> numbers = new ArrayList<>();
      List<Entry> entries = new ArrayList<>();
      for (int y = 0; y < grid.heightOf(tile); y++) {
        for (int x = 0; x < grid.widthOf(tile); x++) {
          int pixel = (grid.top(tile) + y) * grid.width() + grid.left(tile) + x;
          for (Entry entry : pixel(pixel)) {
            numbers.add(pixel);
            entries.add(entry);
          }
        }
      }
      float[] weights = new float[entries.size()];
      for (int e = 0; e < weights.length; e++) {
        weights[e] = (float) entries.get(e).weight();
      }
      visitor.visit(
          tile,
          weights.length,
          numbers.stream().mapToInt(Integer::intValue).toArray(),
          entries.stream().mapToInt(entry -> entry.splat().gaussian()).toArray(),
          weights);
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}

package org.clickgaussian.splat.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.gl.GlRasterizer;
import org.clickgaussian.work.Workers;

/** Splats a small scene on the device and on the processor, and compares whatever a view offers. */
final class SplatCheck implements AutoCloseable {
  private static final double STEP = 1 / 255.0;

  /** Depths reach to about eight, colours to about one. */
  private static final double DEPTH_STEP = 8 * STEP;

  private static final float[] BACKGROUND = {0.1f, 0.5f, 0.9f};

  /** Of features, and of colours: rows of one are read in fours, those of the other are not. */
  private static final int[] CHANNELS = {24, 3};

  private final GlContext context;
  private final Workers workers = Workers.of(1);
  private final GaussianScene scene = CheckScene.create();
  private final Camera camera = CheckScene.camera();
  private final int pixels = camera.width() * camera.height();
  private final List<Finding> findings = new ArrayList<>();

  SplatCheck(GlContext context) {
    this.context = context;
  }

  /**
   * What was found.
   *
   * @throws org.clickgaussian.gl.GlException if the device cannot do it
   */
  List<Finding> run() {
    try (CpuRasterizer processor = new CpuRasterizer(scene, workers);
        GlRasterizer device = new GlRasterizer(context, scene, workers)) {
      try (SplattedView expected = processor.splat(camera);
          SplattedView actual = device.splat(camera)) {
        compareFrames(expected, actual);
        compareGaussians(expected, actual);
        for (int channels : CHANNELS) {
          compareChannels(expected, actual, channels);
        }
        compareCoverage(expected, actual);
      }
      compareChanges(processor, device);
    }
    return findings;
  }

  private void compareFrames(SplattedView expected, SplattedView actual) {
    Frame frame = expected.frame(BACKGROUND);
    Frame found = actual.frame(BACKGROUND);
    compare("colours", frame.rgb(), found.rgb(), STEP);
    compare("alphas of colours", frame.alpha(), found.alpha(), STEP);
    compare("depths", frame.depth(), found.depth(), DEPTH_STEP);
    compare("alphas", expected.alpha(), actual.alpha(), STEP);
    actual
        .packedColours(BACKGROUND)
        .ifPresent(
            words -> compare("packed colours", clamped(frame.rgb()), unpacked(words), 1.6 * STEP));
  }

  private static float[] clamped(float[] values) {
    float[] clamped = values.clone();
    for (int k = 0; k < clamped.length; k++) {
      clamped[k] = Math.clamp(clamped[k], 0, 1);
    }
    return clamped;
  }

  private static float[] unpacked(int[] words) {
    float[] rgb = new float[3 * words.length];
    for (int k = 0; k < rgb.length; k++) {
      rgb[k] = (words[k / 3] >> 16 - 8 * (k % 3) & 0xff) / 255f;
    }
    return rgb;
  }

  private void compareGaussians(SplattedView expected, SplattedView actual) {
    int[] front = expected.frontGaussians();
    int[] found = actual.frontGaussians();
    int flipped = (int) IntStream.range(0, pixels).filter(k -> front[k] != found[k]).count();
    findings.add(Finding.flips("front Gaussians", flipped, pixels));
    int[] all = IntStream.range(0, pixels).toArray();
    try (BlendWeights weights = expected.blendWeights(all);
        BlendWeights others = actual.blendWeights(all)) {
      compareWeights(weights, others);
    }
  }

  private void compareWeights(BlendWeights expected, BlendWeights actual) {
    int flipped = 0;
    float[] largest = new float[pixels];
    for (int row = 0; row < pixels; row++) {
      long from = expected.rowStart(row);
      long other = actual.rowStart(row);
      long length = expected.rowStart(row + 1) - from;
      boolean same = actual.rowStart(row + 1) - other == length;
      for (long e = 0; e < length && same; e++) {
        same = expected.gaussian(from + e) == actual.gaussian(other + e);
        float difference = Math.abs(expected.weight(from + e) - actual.weight(other + e));
        largest[row] = Float.isNaN(difference) ? difference : Math.max(largest[row], difference);
      }
      flipped += same ? 0 : 1;
    }
    findings.add(Finding.flips("Gaussians of blend weights", flipped, pixels));
    compare("blend weights", new float[pixels], largest, STEP);
  }

  private void compareChannels(SplattedView expected, SplattedView actual, int channels) {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment table = arena.allocate(4L * channels * CheckScene.COUNT, 64);
      for (int k = 0; k < channels * CheckScene.COUNT; k++) {
        table.setAtIndex(ValueLayout.JAVA_FLOAT, k, (float) Math.sin(k));
      }
      compare(
          channels + " channels",
          expected.channels(table, channels),
          actual.channels(table, channels),
          STEP);
    }
  }

  private void compareCoverage(SplattedView expected, SplattedView actual) {
    float[] sums = new float[pixels];
    float[] found = new float[pixels];
    BitSet before = new BitSet();
    for (int from : new int[] {0, 900}) {
      BitSet members = CheckScene.third(from);
      BitSet changed = (BitSet) members.clone();
      changed.xor(before);
      expected.updateCoverage(members, changed, sums);
      actual.updateCoverage(members, changed, found);
      before = members;
    }
    compare("coverages", sums, found, STEP);
  }

  /** Hidden Gaussians, and such that were moved. */
  private void compareChanges(SceneRasterizer processor, SceneRasterizer device) {
    int[] moved = IntStream.range(0, CheckScene.COUNT).filter(i -> i % 7 == 0).toArray();
    for (int i : moved) {
      scene.set(scene.positions(), 0, i, scene.position(i, 0) + 0.25f);
    }
    for (SceneRasterizer rasterizer : List.of(processor, device)) {
      rasterizer.hide(CheckScene.third(1));
      rasterizer.refresh(moved);
    }
    try (SplattedView expected = processor.splat(camera);
        SplattedView actual = device.splat(camera)) {
      float[] rgb = expected.frame(BACKGROUND).rgb();
      compare("colours after changes", rgb, actual.frame(BACKGROUND).rgb(), STEP);
    }
  }

  private void compare(String what, float[] expected, float[] actual, double step) {
    findings.add(Finding.pixels(what, expected, actual, pixels, step));
  }

  @Override
  public void close() {
    scene.close();
    workers.close();
  }
}

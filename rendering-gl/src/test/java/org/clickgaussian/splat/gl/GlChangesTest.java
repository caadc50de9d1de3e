package org.clickgaussian.splat.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.cpu.AwkwardScene;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changing sets, hidden and changed Gaussians; and what the device's memory holds afterwards. */
class GlChangesTest {
  private static final Camera CAMERA = TinyScenes.orbitCamera(61, 45, 0.4);
  private static final int PIXELS = 61 * 45;
  private static final int COUNT = 4098;

  private static GlContext context;
  private static Workers workers;

  @BeforeAll
  static void open() {
    context = GlTestContext.open();
    workers = Workers.of(2);
  }

  @AfterAll
  static void close() {
    if (context != null) {
      context.close();
      workers.close();
    }
  }

  @Test
  void coverageOfAChangingSetIsThatOfBlendingAnew() {
    try (GaussianScene scene = TinyScenes.random(700, 21, 2)) {
      walk(scene, 20);
    }
    try (GaussianScene scene = TinyScenes.random(COUNT, 5, 0)) {
      walk(scene, 400);
    }
    try (GaussianScene scene = AwkwardScene.create()) {
      walk(scene, 4);
    }
    try (GaussianScene scene = TinyScenes.random(1, 2, 0)) {
      walk(scene, 1);
    }
  }

  private static void walk(GaussianScene scene, int changes) {
    try (GlRasterizer rasterizer = new GlRasterizer(context, scene, workers);
        GlSplattedView view = rasterizer.splat(CAMERA)) {
      float[] coverage = new float[PIXELS];
      BitSet set = new BitSet();
      for (int step = 0; step < 8; step++) {
        RandomStream random = new RandomStream(7, "coverage", step);
        BitSet changed = new BitSet();
        for (int k = 0; k < random.nextInt(changes + 1); k++) {
          changed.set(random.nextInt(scene.count()));
        }
        set.xor(changed);
        view.updateCoverage(set, changed, coverage);
        assertThat(coverage).isEqualTo(anew(view, set, scene.count()));
      }
    }
  }

  private static float[] anew(GlSplattedView view, BitSet set, int count) {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment table = arena.allocate(4L * count);
      set.stream().forEach(i -> table.setAtIndex(ValueLayout.JAVA_FLOAT, i, 1));
      return view.channels(table, 1);
    }
  }

  @Test
  void tilesOutOfReachAreLeftAlone() {
    float[] orange = {0.9f, 0.5f, 0.1f};
    try (GaussianScene scene = TinyScenes.single(0, 0, 0, 0.05, 2, orange);
        GlRasterizer rasterizer = new GlRasterizer(context, scene, workers);
        GlSplattedView view = rasterizer.splat(TinyScenes.frontCamera(80, 80))) {
      float[] coverage = new float[80 * 80];
      coverage[0] = 7;
      BitSet one = new BitSet();
      one.set(0);
      assertThat(view.updateCoverage(one, one, coverage)).isEqualTo(1);
      assertThat(coverage[0]).isEqualTo(7);
      assertThat(coverage[40 * 80 + 40]).isGreaterThan(0.5f);
      assertThat(view.updateCoverage(one, new BitSet(), coverage)).isZero();
    }
  }

  @Test
  void hiddenGaussiansAreNotThere() {
    BitSet hidden = new BitSet();
    IntStream.range(0, COUNT).filter(i -> i % 3 == 1).forEach(hidden::set);
    int[] shown = IntStream.range(0, COUNT).filter(i -> !hidden.get(i)).toArray();
    try (GaussianScene scene = TinyScenes.random(COUNT, 4, 1);
        GaussianScene rest = SceneOrder.select(scene, shown, workers);
        GlRasterizer rasterizer = new GlRasterizer(context, scene, workers);
        GlRasterizer ofRest = new GlRasterizer(context, rest, workers)) {
      Frame all = frame(rasterizer);
      rasterizer.hide(hidden);
      assertSame(frame(rasterizer), frame(ofRest));
      hidden.set(COUNT + 5);
      rasterizer.hide(hidden);
      assertSame(frame(rasterizer), frame(ofRest));
      rasterizer.hide(new BitSet());
      assertSame(frame(rasterizer), all);
    }
  }

  @Test
  void refreshedGaussiansAreWhereTheyAreNow() {
    int[] changed = IntStream.range(0, COUNT).filter(i -> i % 5 == 0).toArray();
    BitSet hidden = new BitSet();
    hidden.set(5);
    try (GaussianScene scene = TinyScenes.random(COUNT, 4, 1);
        GlRasterizer rasterizer = new GlRasterizer(context, scene, workers)) {
      rasterizer.hide(hidden);
      for (int i : changed) {
        scene.set(scene.positions(), 0, i, scene.position(i, 0) + 0.25f);
        scene.set(scene.logScales(), 1, i, scene.logScale(i, 1) + 0.5f);
        scene.set(scene.rotations(), 2, i, scene.rotation(i, 2) - 0.5f);
        scene.set(scene.opacityLogits(), 0, i, scene.opacityLogit(i) - 1);
        scene.set(scene.harmonics(), 5, i, scene.harmonic(i, 1, 2) + 0.5f);
      }
      rasterizer.refresh(changed);
      try (GlRasterizer anew = new GlRasterizer(context, scene, workers)) {
        anew.hide(hidden);
        assertSame(frame(rasterizer), frame(anew));
      }
    }
  }

  @Test
  void warmViewsAllocateNothingAndAllMemoryComesBack() {
    long before = context.allocatedBytes();
    try (GaussianScene scene = TinyScenes.random(COUNT, 4, 1);
        Arena arena = Arena.ofShared()) {
      GlRasterizer rasterizer = new GlRasterizer(context, scene, workers);
      MemorySegment table = arena.allocate(4L * 7 * COUNT);
      use(rasterizer, table);
      long warm = context.allocatedBytes();
      assertThat(warm).isGreaterThan(before);
      use(rasterizer, table);
      assertThat(context.allocatedBytes()).isEqualTo(warm);
      GlSplattedView left = rasterizer.splat(CAMERA);
      rasterizer.close();
      rasterizer.close();
      left.close();
    }
    assertThat(context.allocatedBytes()).isEqualTo(before);
  }

  /** Asks a view for all that it offers. */
  private static void use(GlRasterizer rasterizer, MemorySegment table) {
    BitSet set = new BitSet();
    set.set(0, 100);
    try (GlSplattedView view = rasterizer.splat(CAMERA);
        GlBuffer device = rasterizer.uploadTable(table, 7)) {
      view.frame(new float[3]);
      view.wordsOnDevice(new float[3]);
      view.channels(table, 7);
      view.channels(device, 7);
      view.alpha();
      view.frontGaussians();
      view.updateCoverage(set, set, new float[PIXELS]);
      view.blendWeights(new int[] {0, 800}).close();
      view.visitTiles(
          (tile, entries, pixels, gaussians, weights) -> assertThat(tile).isLessThan(12));
    }
    rasterizer.hide(set);
    rasterizer.refresh(new int[] {3, 4});
    rasterizer.hide(new BitSet());
  }

  @Test
  void buffersInPartsGiveTheSame() {
    try (GlContext parts = GlTestContext.open(1 << 15);
        GaussianScene scene = TinyScenes.random(COUNT, 4, 1);
        GlRasterizer whole = new GlRasterizer(context, scene, workers);
        GlRasterizer split = new GlRasterizer(parts, scene, workers)) {
      assertSame(frame(split), frame(whole));
      try (GlSplattedView expected = whole.splat(CAMERA);
          GlSplattedView actual = split.splat(CAMERA);
          Arena arena = Arena.ofShared()) {
        MemorySegment table = arena.allocate(4L * 24 * COUNT);
        for (int k = 0; k < 24 * COUNT; k++) {
          table.setAtIndex(ValueLayout.JAVA_FLOAT, k, (float) Math.cos(k));
        }
        assertThat(actual.channels(table, 24)).isEqualTo(expected.channels(table, 24));
        assertThat(actual.frontGaussians()).isEqualTo(expected.frontGaussians());
        int[] pixels = IntStream.range(0, PIXELS).toArray();
        try (BlendWeights ofParts = actual.blendWeights(pixels);
            BlendWeights ofWhole = expected.blendWeights(pixels)) {
          assertThat(ofParts.entries()).isEqualTo(ofWhole.entries()).isGreaterThan(1 << 16);
          assertThat(ofParts.weights().mismatch(ofWhole.weights())).isEqualTo(-1);
        }
      }
    }
  }

  private static Frame frame(GlRasterizer rasterizer) {
    try (GlSplattedView view = rasterizer.splat(CAMERA)) {
      return view.frame(new float[3]);
    }
  }

  private static void assertSame(Frame actual, Frame expected) {
    assertThat(actual.rgb()).isEqualTo(expected.rgb());
    assertThat(actual.alpha()).isEqualTo(expected.alpha());
    assertThat(actual.depth()).isEqualTo(expected.depth());
  }
}

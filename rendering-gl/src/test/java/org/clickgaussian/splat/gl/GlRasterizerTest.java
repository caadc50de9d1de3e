package org.clickgaussian.splat.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.cpu.AwkwardScene;
import org.clickgaussian.splat.cpu.Comparison;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.cpu.CpuSplattedView;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rasteriser on the device against that on the processor. */
@ParameterizedClass(name = "doubles {0}")
@ValueSource(booleans = {true, false})
class GlRasterizerTest {
  @Parameter private boolean doubles;

  /** Sums over about 40 Gaussians in a pixel, each off by a few units in the last place. */
  private static final double TOLERANCE = 2e-5;

  private static final float[] BACKGROUND = {0.1f, 0.5f, 0.9f};

  private static GlContext context;
  private static Workers workers;

  @BeforeParameterizedClassInvocation
  static void open(boolean doubles) {
    context = GlTestContext.open(doubles);
    workers = Workers.of(2);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (context != null) {
      context.close();
      workers.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 13",
    "13, 7, 13",
    "16, 16, 1",
    "64, 48, 0",
    "64, 48, 1",
    "100, 75, 4098",
    "207, 33, 4098"
  })
  void agreesWithTheProcessor(int width, int height, int count) {
    Camera camera = TinyScenes.orbitCamera(width, height, 0.7);
    try (GaussianScene scene = TinyScenes.random(count, 11, 3)) {
      check(context, scene, camera);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void agreesAtEveryHarmonicsDegree(int degree) {
    try (GaussianScene scene = TinyScenes.random(300, degree, degree)) {
      check(context, scene, TinyScenes.orbitCamera(64, 48, degree));
    }
  }

  @Test
  void principalPointFarOffTheMiddle() {
    Camera middle = TinyScenes.frontCamera(80, 60);
    Camera camera = new Camera(80, 60, 70, 90, -13.5, 71.25, middle.viewMatrix());
    try (GaussianScene scene = TinyScenes.random(500, 5, 1)) {
      check(context, scene, camera);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.3, 3.1})
  void gaussiansBehindAtTheBorderEnormousAndDegenerate(double angle) {
    try (GaussianScene scene = AwkwardScene.create()) {
      check(context, scene, TinyScenes.orbitCamera(75, 50, angle));
    }
  }

  /** Where a float of a position has a step of 1/256, and those of the camera none. */
  @Test
  void farFromTheOrigin() {
    double[] place = {31_000.1, -52_000.3, 18_000.7};
    Camera near = TinyScenes.orbitCamera(100, 75, 0.7);
    double[] eye = near.centre();
    double[] target = place.clone();
    for (int axis = 0; axis < 3; axis++) {
      eye[axis] += place[axis];
    }
    Camera camera = near.movedTo(RigidTransform.lookAt(eye, target, new double[] {0, -1, 0}));
    try (GaussianScene scene = TinyScenes.random(2000, 11, 0)) {
      for (int k = 0; k < 3 * scene.count(); k++) {
        float position = scene.position(k / 3, k % 3) + (float) place[k % 3];
        scene.set(scene.positions(), k % 3, k / 3, position);
      }
      check(context, scene, camera);
    }
  }

  @Test
  void needlesAlongTheDiagonal() {
    try (GaussianScene scene = TinyScenes.random(400, 8, 1)) {
      for (int i = 0; i < scene.count(); i++) {
        scene.set(scene.logScales(), 0, i, 2);
        scene.set(scene.logScales(), 1, i, -9);
        scene.set(scene.logScales(), 2, i, -9);
      }
      check(context, scene, TinyScenes.orbitCamera(1200, 300, 0.3), 1e-4);
    }
  }

  @Test
  void gaussiansOverMoreRowsOfTilesThanAWorkGroupTakesAtOnce() {
    float[] orange = {0.9f, 0.5f, 0.1f};
    try (GaussianScene scene = TinyScenes.random(3, 2, 0)) {
      TinyScenes.setRound(scene, 0, new double[] {0, 0, 1}, 900, 3, orange);
      TinyScenes.setRound(scene, 1, new double[] {0, 0, 2}, 500, 1, orange);
      check(context, scene, TinyScenes.orbitCamera(40, 4300, 0));
    }
  }

  /** Compares all that a view offers as images. */
  private static void check(GlContext context, GaussianScene scene, Camera camera) {
    check(context, scene, camera, TOLERANCE);
  }

  private static void check(
      GlContext context, GaussianScene scene, Camera camera, double tolerance) {
    try (CpuRasterizer processor = new CpuRasterizer(scene, workers);
        GlRasterizer rasterizer = new GlRasterizer(context, scene, workers);
        CpuSplattedView expected = processor.splat(camera);
        GlSplattedView actual = rasterizer.splat(camera)) {
      Comparison comparison = new Comparison(expected, actual);
      Frame frame = expected.frame(BACKGROUND);
      comparison.checkFrames(frame, actual.frame(BACKGROUND), tolerance);
      assertThat(comparison.flips())
          .isLessThanOrEqualTo(1 + camera.width() * camera.height() / 1000);
    }
  }
}

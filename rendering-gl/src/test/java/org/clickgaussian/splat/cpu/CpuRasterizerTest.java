package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast rasteriser against the definition in double precision. */
class CpuRasterizerTest {
  /** Single precision: about 40 Gaussians in a pixel, each off by a few units in the last place. */
  private static final double TOLERANCE = 2e-5;

  private static final float[] BACKGROUND = {0.1f, 0.5f, 0.9f};

  static Stream<Arguments> sizesAndCounts() {
    int[][] sizes = {{1, 1}, {13, 7}, {16, 16}, {207, 33}};
    int[] counts = {0, 1, 13, 4098};
    return Stream.of(Kernels.values())
        .flatMap(
            kernels ->
                Stream.of(sizes)
                    .flatMap(
                        size ->
                            Stream.of(counts)
                                .flatMap(list -> Arrays.stream(list).boxed())
                                .map(n -> Arguments.of(kernels, size[0], size[1], n))));
  }

  @ParameterizedTest
  @MethodSource("sizesAndCounts")
  void agreesWithTheReference(Kernels kernels, int width, int height, int count) {
    Camera camera = TinyScenes.orbitCamera(width, height, 0.7);
    try (GaussianScene scene = TinyScenes.random(count, 11, 3)) {
      assertThat(check(scene, camera, kernels)).isLessThanOrEqualTo(width * height / 500);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void agreesAtEveryHarmonicsDegree(int degree) {
    try (GaussianScene scene = TinyScenes.random(300, degree, degree)) {
      for (Kernels kernels : Kernels.values()) {
        check(scene, TinyScenes.orbitCamera(64, 48, degree), kernels);
      }
    }
  }

  @Test
  void principalPointFarOffTheMiddle() {
    Camera middle = TinyScenes.frontCamera(80, 60);
    Camera camera = new Camera(80, 60, 70, 90, -13.5, 71.25, middle.viewMatrix());
    try (GaussianScene scene = TinyScenes.random(500, 5, 1)) {
      for (Kernels kernels : Kernels.values()) {
        check(scene, camera, kernels);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void gaussiansBehindAtTheBorderEnormousAndDegenerate(Kernels kernels) {
    try (GaussianScene scene = AwkwardScene.create()) {
      for (double angle : new double[] {0, 1.3, 3.1}) {
        check(scene, TinyScenes.orbitCamera(75, 50, angle), kernels);
      }
    }
  }

  /** Compares all that a view offers as images; returns the number of pixels with a flip. */
  private static int check(GaussianScene scene, Camera camera, Kernels kernels) {
    try (Workers workers = Workers.of(2);
        ReferenceRasterizer reference = new ReferenceRasterizer(scene);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers, kernels);
        ReferenceView expected = reference.splat(camera);
        CpuSplattedView actual = rasterizer.splat(camera)) {
      Comparison comparison = new Comparison(expected, actual);
      Frame frame = expected.frame(BACKGROUND);
      comparison.checkFrames(frame, actual.frame(BACKGROUND), TOLERANCE);
      assertThat(comparison.largestDifference(frame.alpha(), actual.alpha())).isLessThan(TOLERANCE);
      assertThat(comparison.flips())
          .isLessThanOrEqualTo(1 + camera.width() * camera.height() / 500);
      return comparison.flips();
    }
  }
}

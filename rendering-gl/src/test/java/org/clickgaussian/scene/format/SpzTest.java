package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpzTest {
  private static final Workers WORKERS = Workers.of(2);

  @TempDir Path folder;

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @ParameterizedTest
  @CsvSource({"0,0,3", "1,3,3", "13,1,3", "4098,2,3", "0,0,4", "1,1,4", "13,0,4", "4098,3,4"})
  void comesBackWithinItsSteps(int count, int degree, int version) throws IOException {
    Path file = folder.resolve("scene.spz");
    try (var scene = TinyScenes.random(count, 51, degree)) {
      assertThat(SplatFormats.write(scene, file, WORKERS, Progress.NONE)).isEmpty();
      if (version == 4) {
        Files.write(file, SpzSample.version4(SpzSample.unpacked(Files.readAllBytes(file))));
      }
      LoadedSplat loaded = SplatFormats.read(file, WORKERS, Progress.NONE);
      try (var back = loaded.scene()) {
        assertThat(loaded.format()).isEqualTo(SplatFormat.SPZ);
        assertThat(loaded.warnings()).isEmpty();
        assertThat(back.count()).isEqualTo(count);
        assertThat(back.harmonicsDegree()).isEqualTo(degree);
        for (int i = 0; i < count; i++) {
          assertWithinSteps(back, scene, i);
        }
      }
    }
  }

  private static void assertWithinSteps(GaussianScene back, GaussianScene scene, int i) {
    for (int axis = 0; axis < 3; axis++) {
      assertThat(back.position(i, axis)).isCloseTo(scene.position(i, axis), within(1e-6f));
      assertThat(back.logScale(i, axis)).isCloseTo(scene.logScale(i, axis), within(0.5001f / 16));
      double constant = Math.clamp(scene.harmonic(i, 0, axis), -0.5 / 0.15, 0.5 / 0.15);
      assertThat((double) back.harmonic(i, 0, axis))
          .isCloseTo(constant, within(0.5001 / 255 / 0.15));
      for (int k = 1; k < back.harmonicsCoefficients(); k++) {
        assertThat(back.harmonic(i, k, axis))
            .isCloseTo(scene.harmonic(i, k, axis), within(0.5001f / 128));
      }
    }
    double opacity = 1 / (1 + Math.exp(-scene.opacityLogit(i)));
    assertThat(1 / (1 + Math.exp(-back.opacityLogit(i)))).isCloseTo(opacity, within(0.5001 / 255));
    assertThat(TwinGaussians.angle(back, i, scene, i)).isLessThan(0.005);
  }

  @Test
  void numbersAreAsOthersWriteThem() throws IOException {
    ByteBuffer content = ByteBuffer.allocate(16 + 19 + 9).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(SpzHeader.MAGIC).putInt(2).putInt(1).put(new byte[] {1, 12, 0, 0});
    // 1, −2, 3.5 with 12 fractional bits.
    content.put(new byte[] {0, 0x10, 0, 0, (byte) 0xe0, (byte) 0xff, 0, 0x38, 0});
    content.put((byte) 51).put(new byte[] {(byte) 255, 0, 51});
    content.put(new byte[] {(byte) 160, 0, 80});
    // x and y about one half, z about minus one half.
    content.put(new byte[] {(byte) 191, (byte) 191, 64});
    content.put(new byte[] {(byte) 192, 64, (byte) 128, (byte) 255, 0, 0, 0, 0, (byte) 160});
    Path file = folder.resolve("two.spz");
    Files.write(file, SpzSample.gzip(content.array()));
    try (var scene = SplatFormats.read(file, WORKERS, Progress.NONE).scene()) {
      // Right, up, back becomes right, down, forward.
      assertThat(List.of(scene.position(0, 0), scene.position(0, 1), scene.position(0, 2)))
          .containsExactly(1f, 2f, -3.5f);
      assertThat(scene.logScale(0, 0)).isZero();
      assertThat(scene.logScale(0, 1)).isEqualTo(-10);
      assertThat(scene.logScale(0, 2)).isEqualTo(-5);
      assertThat(1 / (1 + Math.exp(-scene.opacityLogit(0)))).isCloseTo(0.2, within(1e-6));
      assertThat(scene.harmonic(0, 0, 0)).isCloseTo(0.5f / 0.15f, within(1e-5f));
      assertThat(scene.harmonic(0, 0, 2)).isCloseTo(-0.3f / 0.15f, within(1e-5f));
      assertThat(scene.rotation(0, 0)).isCloseTo(0.5f, within(0.01f));
      assertThat(scene.rotation(0, 1)).isCloseTo(0.5f, within(0.01f));
      assertThat(scene.rotation(0, 2)).isCloseTo(-0.5f, within(0.01f));
      assertThat(scene.rotation(0, 3)).isCloseTo(0.5f, within(0.01f));
      // Colour runs fastest; functions 1 and 2 (y and z) change sign, 3 (x) does not.
      assertThat(scene.harmonic(0, 1, 0)).isEqualTo(-0.5f);
      assertThat(scene.harmonic(0, 1, 1)).isEqualTo(0.5f);
      assertThat(scene.harmonic(0, 2, 0)).isEqualTo(-127 / 128f);
      assertThat(scene.harmonic(0, 3, 0)).isEqualTo(-1);
      assertThat(scene.harmonic(0, 3, 2)).isEqualTo(0.25f);
    }
  }

  /** The basis functions, written out as polynomials, tell which are odd in (y, z). */
  @Test
  void harmonicsTurnWithTheAxes() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 20; trial++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      double z = random.nextDouble(-1, 1);
      double[] here = polynomials(x, y, z);
      double[] there = polynomials(x, -y, -z);
      for (int k = 0; k < 16; k++) {
        assertThat(there[k]).isCloseTo(here[k] * SpzCodes.harmonicSign(k), within(1e-12));
      }
    }
  }

  private static double[] polynomials(double x, double y, double z) {
    return new double[] {
      1,
      y,
      z,
      x,
      x * y,
      y * z,
      2 * z * z - x * x - y * y,
      x * z,
      x * x - y * y,
      y * (3 * x * x - y * y),
      x * y * z,
      y * (4 * z * z - x * x - y * y),
      z * (2 * z * z - 3 * x * x - 3 * y * y),
      x * (4 * z * z - x * x - y * y),
      z * (x * x - y * y),
      x * (x * x - 3 * y * y)
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 7, 3000, 8e6})
  void fractionalBitsFollowTheExtent(double extent) {
    Path file = folder.resolve("far.spz");
    try (var scene = TinyScenes.single(extent, -extent, 0, 0.1, 1, new float[] {1, 0, 0})) {
      assertThat(SplatFormats.write(scene, file, WORKERS, Progress.NONE)).isEmpty();
      try (var back = SplatFormats.read(file, WORKERS, Progress.NONE).scene()) {
        double step = Math.max(Math.scalb(1.0, -20), extent / (1 << 22));
        assertThat((double) back.position(0, 0)).isCloseTo(extent, within(step));
        assertThat((double) back.position(0, 1)).isCloseTo(-extent, within(step));
      }
    }
  }

  @Test
  void whatDoesNotFitIsTold() {
    Path file = folder.resolve("far.spz");
    try (var scene = TinyScenes.single(1e8, 0, 0, 1e-9, 1, new float[] {1, 0, 0})) {
      assertThat(SplatFormats.write(scene, file, WORKERS, Progress.NONE))
          .hasSize(2)
          .anyMatch(loss -> loss.contains("too far"))
          .anyMatch(loss -> loss.contains("smaller"));
    }
  }

  @ParameterizedTest
  @CsvSource({"4,9,version 9", "4,1,version 1", "12,5,degree 5", "13,99,fractional", "10,1,ends"})
  void lyingHeaderIsRefused(int at, int value, String told) throws IOException {
    Path file = folder.resolve("lie.spz");
    try (var scene = TinyScenes.random(13, 52, 1)) {
      SplatFormats.write(scene, file, WORKERS, Progress.NONE);
    }
    byte[] content = SpzSample.unpacked(Files.readAllBytes(file));
    content[at] = (byte) value;
    Files.write(file, SpzSample.gzip(content));
    assertThatThrownBy(() -> SplatFormats.read(file, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lie.spz")
        .hasMessageContaining(told);
  }
}

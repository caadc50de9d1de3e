package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats that lose something, and how little. */
class CompactFormatsTest {
  private static final Workers WORKERS = Workers.of(2);

  @TempDir Path folder;

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 4098})
  void splatKeepsAllButRounding(int count) {
    Path file = folder.resolve("scene.splat");
    try (var scene = TinyScenes.random(count, 21, 0)) {
      assertThat(SplatFormats.write(scene, file, WORKERS, Progress.NONE)).isEmpty();
      LoadedSplat loaded = SplatFormats.read(file, WORKERS, Progress.NONE);
      try (var back = loaded.scene()) {
        assertThat(loaded.format()).isEqualTo(SplatFormat.SPLAT);
        assertThat(back.count()).isEqualTo(count);
        assertThat(back.positions().mismatch(scene.positions())).isEqualTo(-1);
        for (int i = 0; i < count; i++) {
          for (int axis = 0; axis < 3; axis++) {
            // A logarithm after an exponential, both rounded to float.
            assertThat(back.logScale(i, axis)).isCloseTo(scene.logScale(i, axis), within(1e-6f));
          }
          assertSameColourAndOpacity(back, i, scene, i, 0.5001 / 255);
          assertThat(angle(back, i, scene, i)).isLessThan(0.02);
        }
      }
    }
  }

  @Test
  void splatRowsAreAsOthersWriteThem() throws IOException {
    ByteBuffer row = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    row.putFloat(1).putFloat(-2).putFloat(3.5f);
    row.putFloat(0.5f).putFloat(0).putFloat(2);
    row.put(new byte[] {(byte) 255, 0, 51, (byte) 128});
    row.put(new byte[] {(byte) 128, (byte) 192, 64, (byte) 255});
    row.putFloat(0).putFloat(Float.NaN);
    Path file = folder.resolve("rows.splat");
    Files.write(file, row.array());
    LoadedSplat loaded = SplatFormats.read(file, WORKERS, Progress.NONE);
    try (var scene = loaded.scene()) {
      assertThat(loaded.warnings()).hasSize(1);
      assertThat(scene.count()).isEqualTo(1);
      assertThat(scene.position(0, 2)).isEqualTo(3.5f);
      assertThat(scene.logScale(0, 0)).isCloseTo((float) Math.log(0.5), within(1e-6f));
      assertThat(scene.logScale(0, 1)).isBetween(-90f, -80f);
      assertThat(Quantised.colour(scene.harmonic(0, 0, 0))).isCloseTo(1, within(1e-6));
      assertThat(Quantised.colour(scene.harmonic(0, 0, 2))).isCloseTo(0.2, within(1e-6));
      assertThat(opacity(scene, 0)).isCloseTo(128 / 255.0, within(1e-6));
      assertThat(scene.rotation(0, 0)).isZero();
      assertThat(scene.rotation(0, 1)).isEqualTo(0.5f);
      assertThat(scene.rotation(0, 2)).isEqualTo(-0.5f);
    }
  }

  @Test
  void splatSaysWhatItCannotHold() {
    Path file = folder.resolve("scene.splat");
    try (var scene = TinyScenes.random(13, 21, 2);
        var none = GaussianScene.allocate(0, 0)) {
      assertThat(SplatFormats.write(scene, file, WORKERS, Progress.NONE))
          .singleElement()
          .asString()
          .contains("harmonics");
      assertThatThrownBy(() -> SplatFormats.write(none, file, WORKERS, Progress.NONE))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("scene.splat");
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,3", "13,1", "4098,0", "4098,2", "4098,3"})
  void compressedPlyStaysWithinItsSteps(int count, int degree) {
    Path file = folder.resolve("scene.compressed.ply");
    try (var scene = TinyScenes.random(count, 22, degree);
        var sorted = SceneOrder.sortedAlongCurve(scene, WORKERS)) {
      assertThat(SplatFormats.write(scene, file, WORKERS, Progress.NONE)).isEmpty();
      LoadedSplat loaded = SplatFormats.read(file, WORKERS, Progress.NONE);
      try (var back = loaded.scene()) {
        assertThat(loaded.format()).isEqualTo(SplatFormat.COMPRESSED_PLY);
        assertThat(loaded.warnings()).isEmpty();
        assertThat(back.count()).isEqualTo(count);
        assertThat(back.harmonicsDegree()).isEqualTo(degree);
        for (int i = 0; i < count; i++) {
          assertWithinSteps(back, sorted, i);
        }
      }
    }
  }

  private static void assertWithinSteps(GaussianScene back, GaussianScene sorted, int i) {
    for (int axis = 0; axis < 3; axis++) {
      int steps = axis == 1 ? 1023 : 2047;
      // No chunk is wider than the cube of side 2, nor its scales than log(0.2 / 0.02).
      float half = 0.5001f * 2 / steps;
      assertThat(back.position(i, axis)).isCloseTo(sorted.position(i, axis), within(half));
      half = 0.5001f * (float) Math.log(10) / steps;
      assertThat(back.logScale(i, axis)).isCloseTo(sorted.logScale(i, axis), within(half));
    }
    // Colours span 0.5 ± 1.5 · 0.282.
    assertSameColourAndOpacity(back, i, sorted, i, 0.5001 / 255);
    assertThat(angle(back, i, sorted, i)).isLessThan(0.004);
    for (int k = 1; k < back.harmonicsCoefficients(); k++) {
      for (int channel = 0; channel < 3; channel++) {
        float step = 8f / 256;
        assertThat(back.harmonic(i, k, channel))
            .isCloseTo(sorted.harmonic(i, k, channel), within(step / 2 + 1e-6f));
      }
    }
  }

  @Test
  void compressedPlyWithoutColourRangesIsRead() throws IOException {
    StringBuilder header = new StringBuilder("ply\nformat binary_little_endian 1.0\n");
    header.append("element chunk 1\n");
    ChunkRanges.propertyNames()
        .subList(0, 12)
        .forEach(name -> header.append("property float ").append(name).append('\n'));
    header.append("element vertex 1\n");
    CompressedPlyReader.PACKED.forEach(
        name -> header.append("property uint ").append(name).append('\n'));
    header.append("end_header\n");
    ByteBuffer body = ByteBuffer.allocate(48 + 16).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {-1, -2, -3, 1, 2, 3, -5, -5, -5, -1, -1, -1}) {
      body.putFloat(value);
    }
    body.putInt(2047 << 21 | 0 << 11 | 2047);
    // The greatest is y (number 2); w, x, z are 0, 0, the greatest possible.
    body.putInt(2 << 30 | 512 << 20 | 511 << 10 | 1023);
    body.putInt(0);
    body.putInt(255 << 24 | 51 << 8 | 204);
    Path file = folder.resolve("old.ply");
    Files.write(file, header.toString().getBytes(StandardCharsets.US_ASCII));
    Files.write(file, body.array(), java.nio.file.StandardOpenOption.APPEND);
    try (var scene = SplatFormats.read(file, WORKERS, Progress.NONE).scene()) {
      assertThat(List.of(scene.position(0, 0), scene.position(0, 1), scene.position(0, 2)))
          .containsExactly(1f, -2f, 3f);
      assertThat(scene.logScale(0, 1)).isEqualTo(-5);
      assertThat(Quantised.colour(scene.harmonic(0, 0, 0))).isCloseTo(1, within(1e-6));
      assertThat(Quantised.colour(scene.harmonic(0, 0, 1))).isCloseTo(0, within(1e-6));
      assertThat(Quantised.colour(scene.harmonic(0, 0, 2))).isCloseTo(0.2, within(1e-6));
      assertThat(opacity(scene, 0)).isCloseTo(0.8, within(1e-6));
      float half = (float) Math.sqrt(0.5);
      assertThat(scene.rotation(0, 0)).isCloseTo(0, within(0.001f));
      assertThat(scene.rotation(0, 1)).isCloseTo(0, within(0.001f));
      assertThat(scene.rotation(0, 2)).isCloseTo(half, within(0.001f));
      assertThat(scene.rotation(0, 3)).isCloseTo(half, within(1e-6f));
    }
  }

  @Test
  void opacitiesAtTheEndsStayFiniteAndKeepTheirByte() {
    for (int value = 0; value < 256; value++) {
      double logit = Quantised.toOpacityLogit(value);
      assertThat(logit).isBetween(-8.0, 8.0);
      assertThat(Quantised.ofOpacityLogit(logit)).isEqualTo(value);
    }
  }

  private static void assertSameColourAndOpacity(
      GaussianScene a, int i, GaussianScene b, int j, double step) {
    for (int channel = 0; channel < 3; channel++) {
      double colour = Math.clamp(Quantised.colour(b.harmonic(j, 0, channel)), 0, 1);
      double actual = Math.clamp(Quantised.colour(a.harmonic(i, 0, channel)), 0, 1);
      assertThat(actual).isCloseTo(colour, within(step));
    }
    assertThat(opacity(a, i)).isCloseTo(opacity(b, j), within(0.5001 / 255));
  }

  private static double opacity(GaussianScene scene, int i) {
    return 1 / (1 + Math.exp(-scene.opacityLogit(i)));
  }

  /** Angle in radians of the rotation between two quaternions of any length. */
  private static double angle(GaussianScene a, int i, GaussianScene b, int j) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int c = 0; c < 4; c++) {
      dot += (double) a.rotation(i, c) * b.rotation(j, c);
      aa += (double) a.rotation(i, c) * a.rotation(i, c);
      bb += (double) b.rotation(j, c) * b.rotation(j, c);
    }
    return 2 * Math.acos(Math.min(1, Math.abs(dot) / Math.sqrt(aa * bb)));
  }
}

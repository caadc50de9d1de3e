package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
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

class InriaPlyTest {
  private static final Workers WORKERS = Workers.of(2);

  @TempDir Path folder;

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "13,2", "13,3", "4098,0", "4098,3", "0,3"})
  void writingAndReadingKeepsEveryBit(int count, int degree) throws IOException {
    Path first = folder.resolve("first.ply");
    Path second = folder.resolve("second.ply");
    try (var scene = TinyScenes.random(count, 11, degree)) {
      assertThat(SplatFormats.write(scene, first, WORKERS, Progress.NONE)).isEmpty();
      assertThat(Files.readAllBytes(first)).isEqualTo(PlySample.of(scene).bytesWithoutComment());
      try (var back = read(first)) {
        assertSame(back, scene);
        SplatFormats.write(back, second, WORKERS, Progress.NONE);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary_little_endian", "binary_big_endian", "ascii"})
  void everyEncodingInAnyOrderOfColumns(String format) throws IOException {
    for (int count : new int[] {0, 1, 13, 4098}) {
      try (var scene = TinyScenes.random(count, 12, 3);
          var back = read(PlySample.of(scene).inFormat(format).shuffled(count))) {
        assertSame(back, scene);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary_little_endian", "binary_big_endian", "ascii"})
  void otherElementsAreSkipped(String format) throws IOException {
    try (var scene = TinyScenes.random(13, 12, 1);
        var back = read(PlySample.of(scene).inFormat(format).withListsAround())) {
      assertSame(back, scene);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary_little_endian", "binary_big_endian", "ascii"})
  void everyScalarTypeIsUnderstood(String format) throws IOException {
    try (var scene = TinyScenes.random(13, 12, 0)) {
      for (int i = 0; i < 13; i++) {
        scene.set(scene.positions(), 0, i, i - 6);
        scene.set(scene.positions(), 1, i, 1000 * (i - 6));
        scene.set(scene.positions(), 2, i, 200 + i);
        scene.set(scene.harmonics(), 0, i, 60_000 + i);
        scene.set(scene.harmonics(), 1, i, -100_000 - i);
        scene.set(scene.harmonics(), 2, i, 4_000_000_000f);
      }
      PlySample sample = PlySample.of(scene).inFormat(format).withType("opacity", "double");
      sample.withType("x", "char").withType("y", "int16").withType("z", "uint8");
      sample.withType("f_dc_0", "ushort").withType("f_dc_1", "int").withType("f_dc_2", "uint32");
      sample.withType("rot_0", "float32").withType("rot_1", "float64");
      try (var back = read(sample)) {
        assertSame(back, scene);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary_little_endian", "binary_big_endian", "ascii"})
  void unknownColumnsSurvive(String format) throws IOException {
    try (var scene = TinyScenes.random(4098, 13, 0)) {
      PlySample sample = PlySample.of(scene).inFormat(format);
      sample.with("uchar", "label", i -> i % 256).with("double", "weight", i -> Math.PI * i);
      sample.with("int32", "id", i -> i - 2000).with("float", "confidence", i -> i * 0.5f);
      Path file = folder.resolve("again.ply");
      try (var back = read(sample.shuffled(3))) {
        SplatFormats.write(back, file, WORKERS, Progress.NONE);
      }
      try (var again = read(file)) {
        assertSame(again, scene);
        assertThat(again.extraProperties()).hasSize(4);
        for (var extra : again.extraProperties()) {
          double expected =
              switch (extra.name()) {
                case "label" -> 4097 % 256;
                case "weight" -> Math.PI * 4097;
                case "id" -> 2097;
                default -> 4097 * 0.5;
              };
          assertThat(extra.values()[4097]).isEqualTo(expected);
        }
        assertThat(again.extraProperties())
            .extracting(GaussianScene.ExtraProperty::plyType)
            .containsExactlyInAnyOrder("uchar", "double", "int", "float");
      }
    }
  }

  @Test
  void extraFloatsKeepTheFastPath() throws IOException {
    try (var scene = TinyScenes.random(300, 13, 3);
        var back = read(PlySample.of(scene).with("float", "extra", i -> i / 4.0).shuffled(9))) {
      assertSame(back, scene);
      assertThat(back.extraProperties().getFirst().values()[299]).isEqualTo(299 / 4.0);
    }
  }

  @Test
  void normalsMayBeMissingAndLinesMayEndAsOnWindows() throws IOException {
    try (var scene = TinyScenes.random(13, 13, 2)) {
      PlySample sample = PlySample.of(scene).without("nx").without("ny").without("nz");
      try (var back = read(sample.withLineEnd("\r\n"));
          var text = read(sample.inFormat("ascii"))) {
        assertSame(back, scene);
        assertSame(text, scene);
      }
    }
  }

  @Test
  void invalidRowsAreLeftOutAndCounted() throws IOException {
    try (var scene = TinyScenes.random(4098, 14, 3)) {
      scene.set(scene.positions(), 1, 7, Float.NaN);
      scene.set(scene.harmonics(), 47, 99, Float.NEGATIVE_INFINITY);
      scene.set(scene.opacityLogits(), 0, 4097, Float.POSITIVE_INFINITY);
      for (int component = 0; component < 4; component++) {
        scene.set(scene.rotations(), component, 2048, component == 0 ? -0f : 0);
      }
      LoadedSplat loaded = load(PlySample.of(scene).with("int", "id", i -> i));
      try (var back = loaded.scene()) {
        assertThat(loaded.warnings())
            .containsExactly(
                "4 Gaussians with NaN, infinite values or no rotation left out"
                    + " (rows 7, 99, 2048, 4097)");
        assertThat(back.count()).isEqualTo(4094);
        assertThat(back.fileCount()).isEqualTo(4098);
        for (int i = 0; i < back.count(); i++) {
          int row = back.fileIndex(i);
          assertThat(row).isNotIn(7, 99, 2048, 4097);
          assertThat(back.harmonic(i, 15, 2)).isEqualTo(scene.harmonic(row, 15, 2));
          assertThat(back.extraProperties().getFirst().values()[i]).isEqualTo(row);
        }
      }
    }
  }

  @Test
  void oneInvalidRowIsNamed() throws IOException {
    try (var scene = TinyScenes.random(13, 14, 0)) {
      scene.set(scene.logScales(), 1, 7, Float.NaN);
      for (String format : new String[] {"ascii", "binary_little_endian"}) {
        LoadedSplat loaded = load(PlySample.of(scene).inFormat(format));
        loaded.scene().close();
        assertThat(loaded.warnings().getFirst())
            .startsWith("1 Gaussian with NaN")
            .contains("row 7");
      }
    }
  }

  @Test
  void rowsAreWrittenInTheOrderOfTheFile() throws IOException {
    Path sortedFile = folder.resolve("sorted.ply");
    Path plainFile = folder.resolve("plain.ply");
    try (var scene = TinyScenes.random(4098, 15, 1);
        var sorted = SceneOrder.sortedAlongCurve(scene, WORKERS)) {
      SplatFormats.write(scene, plainFile, WORKERS, Progress.NONE);
      SplatFormats.write(sorted, sortedFile, WORKERS, Progress.NONE);
    }
    assertThat(Files.mismatch(plainFile, sortedFile)).isEqualTo(-1);
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    try (var scene = TinyScenes.random(10_000, 15, 3)) {
      Path file = folder.resolve("scene.ply");
      Files.write(file, PlySample.of(scene).bytes());
      for (int threads : new int[] {1, 2, 5}) {
        try (Workers workers = Workers.of(threads);
            var back = SplatFormats.read(file, workers, Progress.NONE).scene()) {
          assertSame(back, scene);
        }
      }
    }
  }

  private GaussianScene read(PlySample sample) throws IOException {
    return load(sample).scene();
  }

  private LoadedSplat load(PlySample sample) throws IOException {
    Path file = folder.resolve("sample.bin");
    Files.write(file, sample.bytes());
    LoadedSplat loaded = SplatFormats.read(file, WORKERS, Progress.NONE);
    assertThat(loaded.format()).isEqualTo(SplatFormat.INRIA_PLY);
    return loaded;
  }

  private static GaussianScene read(Path file) {
    return SplatFormats.read(file, WORKERS, Progress.NONE).scene();
  }

  private static void assertSame(GaussianScene actual, GaussianScene expected) {
    assertThat(actual.count()).isEqualTo(expected.count());
    assertThat(actual.harmonicsDegree()).isEqualTo(expected.harmonicsDegree());
    assertSame(actual.positions(), expected.positions());
    assertSame(actual.logScales(), expected.logScales());
    assertSame(actual.rotations(), expected.rotations());
    assertSame(actual.opacityLogits(), expected.opacityLogits());
    assertSame(actual.harmonics(), expected.harmonics());
  }

  private static void assertSame(MemorySegment actual, MemorySegment expected) {
    assertThat(actual.mismatch(expected)).isEqualTo(-1);
  }
}

package org.clickgaussian.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.clickgaussian.testing.NpyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 40_981})
  void numbersComeBack(int rows) throws IOException {
    Path file = folder.resolve("a.npy");
    int[] values = new int[2 * rows];
    Arrays.setAll(values, i -> i % 3 == 0 ? Integer.MIN_VALUE + i : 7 * i);
    NpyWriter.writeInts(file, values, rows, 2);
    NpyFile read = NpyFile.read(file);
    assertThat(read.shape()).containsExactly(rows, 2);
    assertThat(read.ints()).isEqualTo(values);
    assertThat((Files.size(file) - 8L * rows) % 64).as("the data are aligned").isZero();
  }

  @Test
  void oneDimensionIsWrittenAsATuple() throws IOException {
    Path file = folder.resolve("a.npy");
    NpyWriter.writeInts(file, new int[] {4, 5, 6}, 3);
    assertThat(NpyFile.read(file).shape()).containsExactly(3);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .contains("'shape': (3,)");
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    Path file = folder.resolve("a.npy");
    assertThatThrownBy(() -> NpyWriter.writeInts(file, new int[5], 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NpyWriter.writeInts(file, new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).doesNotExist();
  }
}

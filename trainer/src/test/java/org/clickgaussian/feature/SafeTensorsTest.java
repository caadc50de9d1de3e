package org.clickgaussian.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.InputException;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.GaussianScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  @TempDir private Path folder;

  private Path write(int floats) {
    Path file = folder.resolve("t.safetensors");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(4L * floats, 64);
      for (int i = 0; i < floats; i++) {
        data.setAtIndex(ValueLayout.JAVA_FLOAT, i, i * 0.5f);
      }
      SafeTensors.Tensor first = new SafeTensors.Tensor("first", new long[] {floats}, data);
      SafeTensors.Tensor second = new SafeTensors.Tensor("second", new long[] {1, floats}, data);
      SafeTensors.write(file, List.of(first, second), Map.of("about", "a \"test\""));
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 4098})
  void tensorsComeBack(int floats) {
    try (SafeTensors read = SafeTensors.open(write(floats))) {
      assertThat(read.metadata()).containsEntry("about", "a \"test\"");
      MemorySegment data = read.tensor("second", 1, floats).data();
      assertThat(data.byteSize()).isEqualTo(4L * floats);
      for (int i = 0; i < floats; i++) {
        assertThat(data.getAtIndex(ValueLayout.JAVA_FLOAT, i)).isEqualTo(i * 0.5f);
      }
    }
  }

  @Test
  void theFormatIsTheOneOthersRead() throws IOException {
    byte[] bytes = Files.readAllBytes(write(2));
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String json = new String(bytes, 8, (int) header, StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"first\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}")
        .contains("\"second\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]}");
    assertThat(bytes.length).isEqualTo(8 + header + 16);
    assertThat((8 + header) % 64).isZero();
  }

  @Test
  void metadataIsSortedSoThatEqualFilesAreEqualToTheByte() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    Map<String, String> ascending = new LinkedHashMap<>();
    Map<String, String> descending = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      ascending.put("k" + i, "v");
      descending.put("k" + (8 - i), "v");
    }
    SafeTensors.write(one, List.of(), ascending);
    SafeTensors.write(other, List.of(), descending);
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(write(13));
    Path damaged = folder.resolve("damaged");
    for (int round = 0; round < 400; round++) {
      RandomStream random = new RandomStream(11, "damage", round);
      byte[] bytes =
          round % 2 == 0
              ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length))
              : whole.clone();
      for (int flips = 0; flips < 3 && round % 2 == 1; flips++) {
        bytes[random.nextInt(120)] = (byte) random.nextInt(256);
      }
      Files.write(damaged, bytes);
      try (SafeTensors read = SafeTensors.open(damaged)) {
        read.tensor("first", 13);
      } catch (InputException e) {
        assertThat(e).hasMessageContaining(damaged.toString());
      }
    }
  }

  @Test
  void anotherShapeIsRefused() {
    try (SafeTensors read = SafeTensors.open(write(13))) {
      assertThatThrownBy(() -> read.tensor("first", 14)).isInstanceOf(InputException.class);
      assertThatThrownBy(() -> read.tensor("third", 13)).isInstanceOf(InputException.class);
    }
  }

  /** Row 1 of the file was left out and the others stand in another order in memory. */
  @Test
  void featuresLieInFileOrder() {
    try (GaussianScene scene = new GaussianScene(2, 0, 3, new int[] {2, 0}, List.of());
        FeatureField field = new FeatureField(2, new FeatureLayout(4, 2, true))) {
      for (int d = 0; d < 4; d++) {
        field.set(0, d, 10 + d);
        field.set(1, d, 20 + d);
      }
      Path file = folder.resolve("features.safetensors");
      FeatureFile.write(file, scene, field);
      try (SafeTensors read = SafeTensors.open(file)) {
        float[] rows = read.tensor("features", 3, 4).data().toArray(ValueLayout.JAVA_FLOAT);
        assertThat(rows).containsExactly(20, 21, 22, 23, 0, 0, 0, 0, 10, 11, 12, 13);
      }
      try (FeatureField back = FeatureFile.read(file, scene, field.layout())) {
        assertThat(back.table().mismatch(field.table())).isEqualTo(-1);
      }
    }
  }
}

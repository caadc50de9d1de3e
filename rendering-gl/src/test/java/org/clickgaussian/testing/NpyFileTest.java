package org.clickgaussian.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {
  @TempDir Path folder;

  @Test
  void readsFloatsOfThreeDimensions() throws IOException {
    ByteBuffer values = little(24);
    for (int i = 0; i < 6; i++) {
      values.putFloat(i + 0.5f);
    }
    NpyFile array = NpyFile.read(write("<f4", "False", "(1, 2, 3)", values));
    assertThat(array.shape()).containsExactly(1, 2, 3);
    assertThat(array.floats()).containsExactly(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f);
    assertThat(array.doubles()).containsExactly(0.5, 1.5, 2.5, 3.5, 4.5, 5.5);
  }

  @Test
  void readsDoublesAndIntegers() throws IOException {
    NpyFile doubles = NpyFile.read(write("<f8", "False", "(1,)", little(8).putDouble(1e-300)));
    assertThat(doubles.doubles()).containsExactly(1e-300);
    NpyFile longs = NpyFile.read(write("<i8", "False", "(2,)", little(16).putLong(-1).putLong(7)));
    assertThat(longs.ints()).containsExactly(-1, 7);
    NpyFile ints = NpyFile.read(write("<i4", "False", "(0,)", little(0)));
    assertThat(ints.ints()).isEmpty();
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    Path fortran = write("<f4", "True", "(1,)", little(4));
    assertThatThrownBy(() -> NpyFile.read(fortran)).hasMessageContaining("C order");
    Path cut = write("<f4", "False", "(2,)", little(4));
    assertThatThrownBy(() -> NpyFile.read(cut)).hasMessageContaining("cut short");
  }

  @Test
  void readsTheReferenceRender() {
    NpyFile array = NpyFile.read(SharedData.require("reference/render_fern_image000.npy"));
    assertThat(array.shape()).containsExactly(378, 504, 3);
    assertThat(array.floats()[0]).isBetween(0f, 2f);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Path write(String type, String fortran, String shape, ByteBuffer values)
      throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n".formatted(type, fortran, shape);
    ByteBuffer file = little(10 + header.length() + values.capacity());
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    file.putShort((short) header.length());
    file.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(values.array());
    return Files.write(Files.createTempFile(folder, "array", ".npy"), file.array());
  }
}

package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.clickgaussian.io.InputException;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie about themselves are refused with a sentence that names them. */
class SplatFaultsTest {
  private static final Workers WORKERS = Workers.of(2);

  @TempDir Path folder;
  private byte[] valid;

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @BeforeEach
  void makeValidFile() {
    try (var scene = TinyScenes.random(13, 31, 1)) {
      valid = PlySample.of(scene).bytes();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "element vertex 13 | element vertex -1 | negative",
        "element vertex 13 | element vertex 14 | ends after 13",
        "element vertex 13 | element vertex 9223372036854775807 | claims 9223372036854775807",
        "element vertex 13 | element vertex 99999999999999999999 | no number",
        "element vertex 13 | element vertex many | no number",
        "element vertex 13 | element vertex 12 | follow",
        "element vertex 13 | element vertex | name and a count",
        "element vertex 13 | element points 13 | no element vertex",
        "property float x | property float x0 | vertex properties x;",
        "property float opacity | comment | vertex properties opacity",
        "property float nx | property float x | declares the property x twice",
        "property float nx | property float128 nx | unknown property type",
        "property float nx | property list uchar float nx | list",
        "property float nx | property list float float nx | not an integer",
        "property float nx | property nx | type and a name",
        "property float f_rest_8 | property float f_rest_9 | f_rest_8",
        "property float f_rest_8 | property float other | f_rest_*",
        "format binary_little_endian 1.0 | format binary_middle_endian 1.0 | unknown format",
        "format binary_little_endian 1.0 | format binary_little_endian 2.0 | version 1.0",
        "format binary_little_endian 1.0 | comment | no line \"format\"",
        "format binary_little_endian 1.0 | property float a | before the first element",
        "comment a sample | format ascii 1.0 | format twice",
        "comment a sample | element vertex 13 | twice",
        "comment a sample | who knows | not known",
        "end_header | comment | end_header",
        "ply | plx | no splat",
      })
  void lyingHeaderIsRefused(String old, String replacement, String told) throws IOException {
    String text = new String(valid, StandardCharsets.ISO_8859_1);
    String changed = text.replaceFirst("(?m)^" + old + "$", replacement);
    assertThat(changed).isNotEqualTo(text);
    assertRefused(changed.getBytes(StandardCharsets.ISO_8859_1), told);
  }

  @Test
  void truncatedBodyIsRefused() throws IOException {
    assertRefused(Arrays.copyOf(valid, valid.length - 1), "ends after 12");
  }

  @Test
  void aFewBytesAfterTheLastRowDoNoHarm() throws IOException {
    Path file = folder.resolve("longer.ply");
    Files.write(file, Arrays.copyOf(valid, valid.length + 2));
    try (var scene = SplatFormats.read(file, WORKERS, Progress.NONE).scene()) {
      assertThat(scene.count()).isEqualTo(13);
    }
  }

  @Test
  void endlessHeaderIsRefused() throws IOException {
    byte[] endless = new byte[3 << 20];
    Arrays.fill(endless, (byte) ' ');
    System.arraycopy("ply\n".getBytes(StandardCharsets.US_ASCII), 0, endless, 0, 4);
    assertRefused(endless, "longer than 1 MB");
  }

  @Test
  void tooManyPropertiesAreRefused() throws IOException {
    String lines = "property float a%d\n".repeat(1200);
    for (int i = 0; lines.contains("%d"); i++) {
      lines = lines.replaceFirst("%d", String.valueOf(i));
    }
    String header = "ply\nformat ascii 1.0\nelement vertex 0\n" + lines + "end_header\n";
    assertRefused(header.getBytes(StandardCharsets.US_ASCII), "more than 1000 properties");
  }

  @Test
  void lyingTextIsRefused() throws IOException {
    try (var scene = TinyScenes.random(13, 31, 0)) {
      String text =
          new String(PlySample.of(scene).inFormat("ascii").bytes(), StandardCharsets.ISO_8859_1);
      assertRefusedText(text.replace("vertex 13", "vertex 14"), "ends before");
      assertRefusedText(text.replace("vertex 13", "vertex 12"), "more values follow");
      assertRefusedText(text.replace("vertex 13", "vertex 2000000000"), "too short");
      assertRefusedText(text + " 1", "more values follow");
      assertRefusedText(text.replace(" 0.0 0.0 0.0 ", " 0.0 zero 0.0 "), "not a number");
      assertRefusedText(text.replace("float nx", "uchar nx"), "not a number of type uchar");
    }
  }

  private void assertRefusedText(String text, String told) throws IOException {
    assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), told);
  }

  @Test
  void liesAboutListsAreRefused() throws IOException {
    try (var scene = TinyScenes.random(13, 31, 0)) {
      byte[] lists = PlySample.of(scene).withListsAround().bytes();
      String text = new String(lists, StandardCharsets.ISO_8859_1);
      assertRefusedText(text.replace("face 1", "face 4000000000"), "ends within face");
      assertRefusedText(text.replace("face 1", "face 0"), "");
      assertRefusedText(text.replace("lists 2", "lists 200000"), "");
      assertRefused(Arrays.copyOf(lists, lists.length - 1), "ends within face");
      byte[] negative = lists.clone();
      negative[lists.length - 8] = (byte) 0xff;
      negative[lists.length - 7] = (byte) 0xff;
      String signed = new String(negative, StandardCharsets.ISO_8859_1);
      assertRefusedText(signed.replace("list ushort", "list short"), "negative length");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "element chunk 1 | element chunk 2 | ",
        "element chunk 1 | element block 1 | element chunk",
        "element vertex 13 | element vertex 300 | ",
        "element sh 13 | element sh 12 | 12 rows of harmonics for 13",
        "property uchar f_rest_8 | comment | 9, 24 or 45",
        "property uchar f_rest_8 | property uchar f_rest_9 | f_rest_8",
        "property uint packed_scale | property float packed_scale | another type",
        "property uint packed_scale | property uint packed | packed_scale",
        "property float min_y | property float other | min_y",
        "property float max_b | property int max_b | another type",
        "format binary_little_endian 1.0 | format ascii 1.0 | text",
      })
  void lyingCompressedHeaderIsRefused(String old, String replacement, String told)
      throws IOException {
    Path file = folder.resolve("valid.compressed.ply");
    try (var scene = TinyScenes.random(13, 31, 1)) {
      SplatFormats.write(scene, file, WORKERS, Progress.NONE);
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String changed = text.replaceFirst("(?m)^" + old + "$", replacement);
    assertThat(changed).isNotEqualTo(text);
    assertRefusedText(changed, told == null ? "" : told);
  }

  @ParameterizedTest
  @CsvSource({"PK34,damaged", "NGSP,version 0", "{},JSON", "x,no splat"})
  void otherFormatsAreNamed(String start, String told) throws IOException {
    byte[] bytes = new byte[321];
    byte[] signature = start.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(signature, 0, bytes, 0, signature.length);
    assertRefused(bytes, told);
  }

  @Test
  void gzipIsNamed() throws IOException {
    assertRefused(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}, "SPZ");
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 33, 4095})
  void splatOfOddLengthIsRefused(int length) throws IOException {
    Path file = folder.resolve("odd.splat");
    Files.write(file, new byte[length]);
    assertThatThrownBy(() -> SplatFormats.read(file, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("odd.splat")
        .hasMessageContaining("not a multiple of the 32 bytes");
  }

  @Test
  void emptyMissingAndFolderAreRefused() throws IOException {
    assertRefused(new byte[0], "is empty");
    assertThatThrownBy(() -> SplatFormats.read(folder, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a folder");
    Path missing = folder.resolve("missing.ply");
    assertThatThrownBy(() -> SplatFormats.read(missing, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("missing.ply: there is no such file");
  }

  @Test
  void unknownEndingIsRefusedForWriting() {
    try (var scene = TinyScenes.random(1, 31, 0)) {
      Path file = folder.resolve("scene.obj");
      assertThatThrownBy(() -> SplatFormats.write(scene, file, WORKERS, Progress.NONE))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("scene.obj");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void cancellingEndsReadingAndWriting() throws IOException {
    Progress cancelled =
        (fraction, message) -> {
          throw new CancelledException(message);
        };
    Path file = folder.resolve("scene.ply");
    Files.write(file, valid);
    assertThatThrownBy(() -> SplatFormats.read(file, WORKERS, cancelled))
        .isInstanceOf(CancelledException.class)
        .hasMessage("reading scene.ply");
    try (var scene = TinyScenes.random(13, 31, 0)) {
      assertThatThrownBy(() -> SplatFormats.write(scene, file, WORKERS, cancelled))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(valid);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private void assertRefused(byte[] bytes, String told) throws IOException {
    Path file = folder.resolve("broken.ply");
    Files.write(file, bytes);
    assertThatThrownBy(() -> SplatFormats.read(file, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("broken.ply: ")
        .hasMessageContaining(told);
  }
}

package org.clickgaussian.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnimatedPngTest {
  @TempDir private Path folder;

  private record Chunk(String type, byte[] data) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 13})
  void everyImageComesBackAsItWas(int count) throws IOException {
    Path file = folder.resolve("film.png");
    AnimatedPng.write(file, count, 25, AnimatedPngTest::image);
    List<Chunk> chunks = chunks(file);
    assertThat(chunks.get(0).type()).isEqualTo("IHDR");
    assertThat(chunks.get(1).type()).isEqualTo("acTL");
    assertThat(ByteBuffer.wrap(chunks.get(1).data()).getInt()).isEqualTo(count);
    assertThat(chunks.getLast().type()).isEqualTo("IEND");
    int sequence = 0;
    List<ByteArrayOutputStream> images = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (chunk.type().equals("fcTL")) {
        ByteBuffer control = ByteBuffer.wrap(chunk.data());
        assertThat(control.remaining()).isEqualTo(26);
        assertThat(control.getInt()).isEqualTo(sequence++);
        assertThat(control.getShort(20)).isEqualTo((short) 1);
        assertThat(control.getShort(22)).isEqualTo((short) 25);
        images.add(new ByteArrayOutputStream());
      } else if (chunk.type().equals("fdAT")) {
        assertThat(ByteBuffer.wrap(chunk.data()).getInt()).isEqualTo(sequence++);
        images.getLast().write(chunk.data(), 4, chunk.data().length - 4);
      } else if (chunk.type().equals("IDAT")) {
        images.getLast().write(chunk.data());
      }
    }
    assertThat(images).hasSize(count);
    for (int i = 0; i < count; i++) {
      Path single = folder.resolve("single.png");
      Files.write(single, png(chunks.get(0).data(), images.get(i).toByteArray()));
      assertThat(ImageFiles.readRgb(single).rgb()).isEqualTo(image(i).rgb());
    }
    assertThat(ImageFiles.readRgb(file).rgb()).isEqualTo(image(0).rgb());
  }

  @Test
  void imagesOfAnotherSizeAreRefusedAndLeaveNoFile() {
    Path file = folder.resolve("film.png");
    assertThatThrownBy(() -> AnimatedPng.write(file, 2, 25, i -> RgbImage.black(4 + i, 4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> AnimatedPng.write(file, 0, 25, AnimatedPngTest::image))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17, 64, 100})
  void smallerImagesHaveTheMeanOfTheirPixels(int size) {
    RgbImage image = image(3);
    RgbImage small = ImageScaling.fitting(image, size, size);
    assertThat(small.width()).isEqualTo(Math.min(37, size));
    assertThat(mean(small)).isBetween(mean(image) - 8, mean(image) + 8);
    assertThat(ImageScaling.fitting(image, 37, 23)).isSameAs(image);
  }

  private static double mean(RgbImage image) {
    double sum = 0;
    for (byte value : image.rgb()) {
      sum += value & 0xff;
    }
    return sum / image.rgb().length;
  }

  private static RgbImage image(int i) {
    byte[] rgb = new byte[3 * 37 * 23];
    new SplittableRandom(i).nextBytes(rgb);
    return new RgbImage(37, 23, rgb);
  }

  private static List<Chunk> chunks(Path file) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.readNBytes(8);
      while (chunks.isEmpty() || !chunks.getLast().type().equals("IEND")) {
        int length = in.readInt();
        byte[] name = in.readNBytes(4);
        byte[] data = in.readNBytes(length);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        assertThat(in.readInt()).isEqualTo((int) check.getValue());
        chunks.add(new Chunk(new String(name, java.nio.charset.StandardCharsets.US_ASCII), data));
      }
      assertThat(in.read()).isEqualTo(-1);
    }
    return chunks;
  }

  private static byte[] png(byte[] header, byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504e470d0a1a0aL);
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", data);
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}

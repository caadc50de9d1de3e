package org.clickgaussian.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  private static final byte[] WEBP =
      Base64.getDecoder()
          .decode(
              "UklGRsIAAABXRUJQVlA4TLUAAAAvDIABEIkKRPQ/FhHR/wBqyLby9eYRPIIIIogggiWIIIIIIog2BbFg"
                  + "ivvHEULIVvQEEkgggQQSSCCBBBJIIIEDOizWsG0LmTXn+1E8hscQQxQxxBBDFDHEEEMAZyai3xw1"
                  + "2ujTMeYw1nSPM+54U4BAYcURSFRpDBZXHoBAi8ERyFJoDLYcHoAUhcERJVFoTFkcHhjIRBe24Ttx"
                  + "kCd10TfzsC/38X4IEjRY8BAhQ4UOEzZcePkAAA==");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,1", "13,7", "1,4098", "800,533"})
  void pngKeepsEveryColour(int width, int height) {
    RgbImage image = noise(width, height);
    Path file = folder.resolve("new/colour.png");
    ImageFiles.writePng(file, image);
    assertThat(ImageFiles.size(file)).isEqualTo(new ImageSize(width, height));
    assertThat(ImageFiles.readRgb(file).rgb()).isEqualTo(image.rgb());
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 65535})
  void greyKeepsEveryValue(int largest) {
    int[] values = new Random(1).ints(17 * 11, 0, largest + 1).toArray();
    values[5] = largest;
    Path file = folder.resolve("grey.png");
    ImageFiles.writePng(file, new GreyImage(17, 11, values));
    GreyImage back = ImageFiles.readGrey(file);
    assertThat(back.values()).isEqualTo(values);
    assertThat(back.largest()).isEqualTo(largest);
  }

  @Test
  void greyIsReadAsColourWithoutGamma() {
    Path file = folder.resolve("grey.png");
    ImageFiles.writePng(file, new GreyImage(3, 1, new int[] {0, 100, 255}));
    assertThat(ImageFiles.readRgb(file).rgb())
        .containsExactly(0, 0, 0, 100, 100, 100, 255, 255, 255);
    ImageFiles.writePng(file, new GreyImage(2, 1, new int[] {0x1234, 0xffff}));
    assertThat(ImageFiles.readRgb(file).rgb()).containsExactly(0x12, 0x12, 0x12, 255, 255, 255);
  }

  @Test
  void transparencyLiesOverBlack() {
    Path file = folder.resolve("alpha.png");
    RgbImage image = new RgbImage(3, 1, bytes(200, 100, 50, 200, 100, 50, 9, 9, 9));
    ImageFiles.writePng(file, image, bytes(255, 128, 0));
    assertThat(ImageFiles.readRgb(file).rgb()).containsExactly(200, 100, 50, 100, 50, 25, 0, 0, 0);
  }

  @Test
  void paletteIsReadAsIndexOrAsColour() throws IOException {
    byte[] palette = bytes(10, 20, 30, 200, 100, 50, 255, 255, 255);
    Path file = folder.resolve("palette.png");
    Files.write(file, png(3, 1, 8, 3, palette, bytes(0, 2, 0, 1)));
    assertThat(ImageFiles.readGrey(file).values()).containsExactly(2, 0, 1);
    assertThat(ImageFiles.readRgb(file).rgb())
        .containsExactly(bytes(255, 255, 255, 10, 20, 30, 200, 100, 50));
  }

  @Test
  void greyOfFewBitsIsReadAsItStands() throws IOException {
    Path file = folder.resolve("bits.png");
    Files.write(file, png(4, 1, 2, 0, null, bytes(0, 0b00_01_10_11)));
    assertThat(ImageFiles.readGrey(file).values()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void jpegIsClose() {
    RgbImage image = smooth(64, 48);
    Path file = folder.resolve("photo.JPG");
    ImageFiles.writeJpeg(file, image);
    assertThat(ImageFiles.size(file)).isEqualTo(new ImageSize(64, 48));
    assertThat(ImageDifference.psnr(ImageFiles.readRgb(file), image)).isGreaterThan(35);
  }

  @Test
  void exifOrientationIsNotApplied() throws IOException {
    Path file = folder.resolve("turned.jpg");
    ImageFiles.writeJpeg(file, smooth(64, 48));
    byte[] plain = Files.readAllBytes(file);
    // One tag, Orientation (0x112), a short: 6, turned by 90°.
    byte[] exif =
        bytes(
            0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12,
            0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0);
    ByteBuffer turned = ByteBuffer.allocate(plain.length + exif.length);
    turned.put(plain, 0, 2).put(exif).put(plain, 2, plain.length - 2);
    Files.write(file, turned.array());
    assertThat(ImageFiles.size(file)).isEqualTo(new ImageSize(64, 48));
    assertThat(ImageDifference.psnr(ImageFiles.readRgb(file), smooth(64, 48))).isGreaterThan(35);
  }

  @Test
  void cmykJpegBecomesRgb() throws IOException {
    // Adobe's way: 255 is no ink. The left half is full of black, the right half is paper.
    WritableRaster cmyk = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
    for (int x = 0; x < 16; x++) {
      for (int y = 0; y < 8; y++) {
        cmyk.setPixel(x, y, new int[] {255, 255, 255, x < 8 ? 0 : 255});
      }
    }
    Path file = folder.resolve("cmyk.jpg");
    // Only the writer of the JDK takes pixels of four channels without asking what they are.
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    while (!writer.getClass().getName().startsWith("com.sun.")) {
      writer = writers.next();
    }
    try (FileImageOutputStream output = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      writer.write(new IIOImage(cmyk, null, null));
    }
    byte[] plain = Files.readAllBytes(file);
    byte[] marker = bytes(0xff, 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0);
    ByteBuffer marked = ByteBuffer.allocate(plain.length + marker.length);
    marked.put(plain, 0, 2).put(marker).put(plain, 2, plain.length - 2);
    Files.write(file, marked.array());
    RgbImage image = ImageFiles.readRgb(file);
    assertThat(image.size()).isEqualTo(new ImageSize(16, 8));
    for (int channel = 0; channel < 3; channel++) {
      assertThat(image.channel(2, 4, channel)).isLessThan(60);
      assertThat(image.channel(13, 4, channel)).isGreaterThan(240);
    }
  }

  @Test
  void encodedPngIsAPng() throws IOException {
    RgbImage image = noise(5, 4);
    Path file = folder.resolve("bytes.png");
    Files.write(file, ImageFiles.encodePng(image));
    assertThat(ImageFiles.readRgb(file).rgb()).isEqualTo(image.rgb());
  }

  @Test
  void tooLargeIsRefusedFromItsHeader() throws IOException {
    Path file = folder.resolve("large.png");
    Files.write(file, png(30_000, 30_000, 8, 2, null, bytes(0)));
    assertThatThrownBy(() -> ImageFiles.readRgb(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("large.png")
        .hasMessageContaining("30000×30000");
  }

  @Test
  void whatIsNoImageIsToldInOneSentence() throws IOException {
    Path text = folder.resolve("text.png");
    Files.writeString(text, "not an image at all, but long enough to be looked at");
    Path empty = folder.resolve("empty.jpg");
    Files.write(empty, new byte[0]);
    for (Path file : new Path[] {text, empty, folder.resolve("absent.png"), folder}) {
      assertThatThrownBy(() -> ImageFiles.readRgb(file))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void truncationIsNoticedAnywhere(String kind) throws IOException {
    Path whole = folder.resolve("whole." + kind);
    RgbImage image = noise(60, 40);
    if (kind.equals("png")) {
      ImageFiles.writePng(whole, image);
    } else {
      ImageFiles.writeJpeg(whole, image);
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut." + kind);
    // The last bytes of a PNG, its IEND chunk, carry no pixels.
    for (int length = 0; length < bytes.length - 16; length += 1 + bytes.length / 97) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> ImageFiles.readRgb(cut))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("cut.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void damagedFilesFailOnlyAsInput(String kind) throws IOException {
    Path whole = folder.resolve("whole." + kind);
    if (kind.equals("png")) {
      ImageFiles.writePng(whole, smooth(40, 30));
    } else {
      ImageFiles.writeJpeg(whole, smooth(40, 30));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(7);
    Path file = folder.resolve("damaged." + kind);
    int read = 0;
    for (int round = 0; round < 300; round++) {
      byte[] damaged = bytes.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(Math.min(damaged.length, 700))] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        RgbImage image = ImageFiles.readRgb(file);
        assertThat(image.size().pixels()).isPositive();
        read++;
      } catch (InputException e) {
        assertThat(e.getMessage()).contains("damaged.").doesNotContain("\n");
      }
    }
    assertThat(read).isLessThan(300);
  }

  @Test
  void psnrIsThatOfItsDefinition() {
    RgbImage black = RgbImage.black(4, 3);
    RgbImage grey = new RgbImage(4, 3, new byte[36]);
    Arrays.fill(grey.rgb(), (byte) 51);
    assertThat(ImageDifference.psnr(black, black)).isInfinite();
    assertThat(ImageDifference.psnr(black, grey)).isCloseTo(20 * Math.log10(5), within(1e-12));
    assertThat(ImageDifference.psnr(black.toFloats(), grey.toFloats()))
        .isCloseTo(20 * Math.log10(5), within(1e-5));
    assertThatThrownBy(() -> ImageDifference.psnr(black, RgbImage.black(3, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void floatsAreClampedAndRounded() {
    RgbImage image = RgbImage.ofFloats(1, 1, new float[] {-1f, 0.5f, Float.NaN});
    assertThat(image.rgb()).containsExactly(bytes(0, 128, 0));
    assertThat(RgbImage.ofFloats(1, 1, new float[] {2f, 1f, 0.2f}).toFloats())
        .containsExactly(1f, 1f, 0.2f);
  }

  /** A PNG made by hand, with a palette or without. */
  private static byte[] png(
      int width, int height, int bits, int kind, byte[] palette, byte[] rows) {
    ByteBuffer file = ByteBuffer.allocate(4096);
    file.put(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10));
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(file, "IHDR", header.put((byte) bits).put((byte) kind).put(new byte[3]).array());
    if (palette != null) {
      chunk(file, "PLTE", palette);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(rows);
    deflater.finish();
    byte[] packed = new byte[1024];
    int length = deflater.deflate(packed);
    deflater.end();
    chunk(file, "IDAT", Arrays.copyOf(packed, length));
    chunk(file, "IEND", new byte[0]);
    return Arrays.copyOf(file.array(), file.position());
  }

  private static void chunk(ByteBuffer file, String name, byte[] content) {
    byte[] named = Arrays.copyOf(name.getBytes(), 4 + content.length);
    System.arraycopy(content, 0, named, 4, content.length);
    CRC32 checksum = new CRC32();
    checksum.update(named);
    file.putInt(content.length).put(named).putInt((int) checksum.getValue());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static RgbImage noise(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    new Random(3).nextBytes(image.rgb());
    return image;
  }

  private static RgbImage smooth(int width, int height) {
    float[] rgb = new float[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int column = i / 3 % width;
      int row = i / 3 / width;
      rgb[i] = (float) (0.5 + 0.4 * Math.sin(0.1 * column + 0.05 * row + i % 3));
    }
    return RgbImage.ofFloats(width, height, rgb);
  }

  /** 13 × 7 pixels of a formula, made lossless by libwebp. */
  @Test
  void losslessWebpKeepsEveryNumber() {
    RgbaImage image = ImageFiles.readRgba(WEBP, folder.resolve("a.webp"), 1000);
    assertThat(List.of(image.width(), image.height())).containsExactly(13, 7);
    for (int pixel = 0; pixel < image.pixels(); pixel++) {
      int x = pixel % 13;
      int y = pixel / 13;
      assertThat(image.channel(pixel, 0)).isEqualTo((x * 37 + y * 11) % 256);
      assertThat(image.channel(pixel, 1)).isEqualTo((x * x * 7 + y * 91 + 5) % 256);
      assertThat(image.channel(pixel, 2)).isEqualTo((x * y * 13 + 200) % 256);
      int alpha = y < 4 ? 252 + (x + y) % 4 : (x * 19 + y * 3) % 256;
      assertThat(image.channel(pixel, 3)).isEqualTo(alpha);
    }
    assertThatThrownBy(() -> ImageFiles.readRgba(WEBP, folder.resolve("a.webp"), 90))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("13×7");
  }

  @Test
  @Timeout(60)
  void mutatedWebpIsReadOrRefused() {
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] mutated = WEBP.clone();
      for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(mutated, i % 3 == 0 ? random.nextInt(WEBP.length) : WEBP.length);
      try {
        ImageFiles.readRgba(cut, folder.resolve("a.webp"), 100_000);
      } catch (InputException e) {
        assertThat(e).hasMessageContaining("a.webp");
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 599);
  }
}

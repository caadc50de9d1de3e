package org.clickgaussian.image;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import org.clickgaussian.io.AtomicFile;

/**
 * Writes animated PNG files (APNG 1.0, part of PNG's third edition): full colours, and programs
 * that know no animations show the first image.
 *
 * <p>Each image is encoded as a PNG of its own; its compressed data is put into the file behind a
 * chunk that says how long the image is shown.
 */
public final class AnimatedPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final DataOutputStream out;
  private final int count;
  private final int framesPerSecond;
  private ImageSize size;
  private int sequence;

  private AnimatedPng(OutputStream stream, int count, int framesPerSecond) {
    this.out = new DataOutputStream(stream);
    this.count = count;
    this.framesPerSecond = framesPerSecond;
  }

  /**
   * Writes a file that repeats for ever.
   *
   * @param count the number of images, at least 1
   * @param framesPerSecond 1 to 1000
   * @param images yields image 0 … count − 1, all of one size; called in order
   * @throws org.clickgaussian.io.InputException if the file cannot be written
   */
  public static void write(
      Path file, int count, int framesPerSecond, IntFunction<RgbImage> images) {
    if (count < 1 || framesPerSecond < 1 || framesPerSecond > 1000) {
      throw new IllegalArgumentException(count + " images at " + framesPerSecond + " a second");
    }
    AtomicFile.write(
        file,
        stream -> {
          AnimatedPng writer = new AnimatedPng(stream, count, framesPerSecond);
          for (int i = 0; i < count; i++) {
            writer.add(images.apply(i), i == 0);
          }
          writer.chunk("IEND", new byte[0]);
          writer.out.flush();
        });
  }

  private void add(RgbImage image, boolean first) throws IOException {
    if (first) {
      size = image.size();
    } else if (!image.size().equals(size)) {
      throw new IllegalArgumentException(image.size() + " after " + size);
    }
    ByteBuffer png = ByteBuffer.wrap(ImageFiles.encodePng(image));
    png.position(SIGNATURE.length);
    if (first) {
      out.write(SIGNATURE);
    }
    boolean controlled = false;
    while (png.hasRemaining()) {
      byte[] data = new byte[png.getInt()];
      byte[] name = new byte[4];
      png.get(name).get(data).getInt();
      String type = new String(name, StandardCharsets.US_ASCII);
      if (first && type.equals("IHDR")) {
        chunk(type, data);
        chunk("acTL", ByteBuffer.allocate(8).putInt(count).putInt(0).array());
      } else if (type.equals("IDAT")) {
        if (!controlled) {
          chunk("fcTL", control());
          controlled = true;
        }
        data(data, first);
      }
    }
  }

  /** Sequence number, size, offset, delay as a fraction, and: leave alone, overwrite. */
  private byte[] control() {
    return ByteBuffer.allocate(26)
        .putInt(sequence++)
        .putInt(size.width())
        .putInt(size.height())
        .putInt(0)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) framesPerSecond)
        .array();
  }

  private void data(byte[] data, boolean first) throws IOException {
    if (first) {
      chunk("IDAT", data);
    } else {
      chunk("fdAT", ByteBuffer.allocate(4 + data.length).putInt(sequence++).put(data).array());
    }
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}

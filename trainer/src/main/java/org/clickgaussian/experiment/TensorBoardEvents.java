package org.clickgaussian.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes scalars as TensorBoard reads them: records of a length, its checksum, an {@code Event}
 * protocol buffer and its checksum (CRC-32C, rotated and offset, as TensorFlow masks it).
 */
final class TensorBoardEvents {
  private static final int CHECKSUM_OFFSET = 0xA282EAD8;

  private TensorBoardEvents() {}

  /** The record that every file begins with. */
  static void writeHeader(OutputStream stream, double wallTime) throws IOException {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    putDouble(event, 1, wallTime);
    putBytes(event, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    writeRecord(stream, event.toByteArray());
  }

  /**
   * Writes the scalars of one step.
   *
   * @param wallTime seconds since 1970
   * @param step the iteration
   * @param scalars tag → value
   */
  static void writeScalars(
      OutputStream stream, double wallTime, long step, Map<String, Double> scalars)
      throws IOException {
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    for (Map.Entry<String, Double> scalar : scalars.entrySet()) {
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      putBytes(value, 1, scalar.getKey().getBytes(StandardCharsets.UTF_8));
      putFloat(value, 2, scalar.getValue().floatValue());
      putBytes(summary, 1, value.toByteArray());
    }
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    putDouble(event, 1, wallTime);
    putVarint(event, 2 << 3);
    putVarint(event, step);
    putBytes(event, 5, summary.toByteArray());
    writeRecord(stream, event.toByteArray());
  }

  private static void writeRecord(OutputStream stream, byte[] data) throws IOException {
    byte[] length = littleEndian(8).putLong(data.length).array();
    stream.write(length);
    stream.write(littleEndian(4).putInt(maskedChecksum(length)).array());
    stream.write(data);
    stream.write(littleEndian(4).putInt(maskedChecksum(data)).array());
  }

  static int maskedChecksum(byte[] data) {
    CRC32C checksum = new CRC32C();
    checksum.update(data);
    return Integer.rotateRight((int) checksum.getValue(), 15) + CHECKSUM_OFFSET;
  }

  private static void putDouble(ByteArrayOutputStream out, int field, double value) {
    putVarint(out, field << 3 | 1);
    out.writeBytes(littleEndian(8).putDouble(value).array());
  }

  private static void putFloat(ByteArrayOutputStream out, int field, float value) {
    putVarint(out, field << 3 | 5);
    out.writeBytes(littleEndian(4).putFloat(value).array());
  }

  private static void putBytes(ByteArrayOutputStream out, int field, byte[] value) {
    putVarint(out, field << 3 | 2);
    putVarint(out, value.length);
    out.writeBytes(value);
  }

  private static void putVarint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

package org.clickgaussian.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes arrays as NumPy's {@code .npy} files of version 1.0: little-endian, in C order. */
public final class NpyWriter {
  private static final int ALIGNMENT = 64;
  private static final int PREFIX_BYTES = 10;
  private static final int CHUNK = 1 << 14;

  private NpyWriter() {}

  /**
   * Writes whole numbers as int32.
   *
   * @param values the elements, the last index running fastest
   * @param shape the number of elements along each dimension; their product is the number of values
   * @throws InputException if the file cannot be written
   */
  public static void writeInts(Path file, int[] values, int... shape) {
    byte[] header = header("<i4", values.length, shape);
    AtomicFile.write(
        file,
        stream -> {
          stream.write(header);
          for (int from = 0; from < values.length; from += CHUNK) {
            int to = Math.min(values.length, from + CHUNK);
            ByteBuffer bytes = ByteBuffer.allocate(4 * (to - from)).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(values, from, to - from);
            stream.write(bytes.array());
          }
        });
  }

  private static byte[] header(String type, int count, int... shape) {
    StringBuilder dimensions = new StringBuilder();
    long product = 1;
    for (int length : shape) {
      // With the comma at the end, one dimension is a tuple, too.
      dimensions.append(length).append(", ");
      product *= length;
    }
    if (shape.length == 0 || product != count) {
      throw new IllegalArgumentException(count + " values do not fill the shape " + dimensions);
    }
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(type, dimensions.toString().strip());
    int length = (PREFIX_BYTES + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = text + " ".repeat(length - PREFIX_BYTES - text.length() - 1) + "\n";
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) padded.length());
    header.put(padded.getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }
}

package org.clickgaussian.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads arrays of whole numbers with two dimensions from NumPy's {@code .npy} files. */
public final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST_BYTES = 1 << 30;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([iub])([1248])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape':\\s*\\((\\d{1,9}),\\s*(\\d{1,9}),?\\s*\\)");

  private NpyReader() {}

  /**
   * An array with two dimensions.
   *
   * @param rows its first dimension
   * @param columns its second
   * @param values long[rows · columns], row by row
   */
  public record Table(int rows, int columns, long[] values) {}

  /**
   * Reads a file of int8 to int64, uint8 to uint64 or bool, of either byte order and memory order.
   *
   * @throws InputException if it cannot be read, holds numbers of another kind, has another number
   *     of dimensions, is cut off, or is longer than a gigabyte
   */
  public static Table readTable(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw InputException.in(file, "is longer than 1 GB; save a smaller array");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String header = header(file, content);
    Matcher type = find(TYPE, header, file, "is no array of whole numbers (int, uint or bool)");
    Matcher order = find(ORDER, header, file, "does not say the order of its numbers");
    Matcher shape = find(SHAPE, header, file, "has not two dimensions, as a label map has");
    int rows = Integer.parseInt(shape.group(1));
    int columns = Integer.parseInt(shape.group(2));
    int size = Integer.parseInt(type.group(3));
    if ((long) rows * columns * size != content.remaining()) {
      throw InputException.in(
          file,
          "has %d bytes for %d × %d numbers of %d bytes; save it again"
              .formatted(content.remaining(), rows, columns, size));
    }
    content.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean unsigned = !type.group(2).equals("i");
    boolean columnsFirst = order.group(1).equals("True");
    long[] values = new long[rows * columns];
    for (int i = 0; i < values.length; i++) {
      int at = columnsFirst ? i % rows * columns + i / rows : i;
      values[at] = number(content, size, unsigned);
    }
    return new Table(rows, columns, values);
  }

  private static String header(Path file, ByteBuffer content) {
    byte[] start = new byte[MAGIC.length];
    if (content.remaining() >= 12) {
      content.get(start);
    }
    if (!Arrays.equals(start, MAGIC)) {
      throw InputException.in(file, "is no .npy file; save it with numpy.save");
    }
    int version = content.get();
    content.get();
    long length =
        version == 1
            ? Short.toUnsignedInt(content.getShort())
            : Integer.toUnsignedLong(content.getInt());
    if (length > content.remaining()) {
      throw InputException.in(file, "ends in its header; save it again");
    }
    byte[] header = new byte[(int) length];
    content.get(header);
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private static Matcher find(Pattern pattern, String header, Path file, String problem) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw InputException.in(file, problem + "; save it as one");
    }
    return matcher;
  }

  private static long number(ByteBuffer content, int size, boolean unsigned) {
    return switch (size) {
      case 1 -> unsigned ? Byte.toUnsignedInt(content.get()) : content.get();
      case 2 -> unsigned ? Short.toUnsignedInt(content.getShort()) : content.getShort();
      case 4 -> unsigned ? Integer.toUnsignedLong(content.getInt()) : content.getInt();
      default -> content.getLong();
    };
  }
}

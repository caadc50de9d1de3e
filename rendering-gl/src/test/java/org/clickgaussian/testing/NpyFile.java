package org.clickgaussian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array from a NumPy {@code .npy} file: little-endian float32, float64, int32 or int64 in C
 * order (the last index runs fastest), one to three dimensions.
 */
public final class NpyFile {
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

  private final String type;
  private final int[] shape;
  private final ByteBuffer content;

  private NpyFile(String type, int[] shape, ByteBuffer content) {
    this.type = type;
    this.shape = shape;
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @throws AssertionError if it is not an array of a kind named above
   */
  public static NpyFile read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NpyFile parse(String name, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    check(buffer.getInt() == 0x4d554e93 && buffer.getShort() == 0x5950, name, "no .npy file");
    int version = buffer.get();
    buffer.get();
    byte[] header =
        new byte[version == 1 ? Short.toUnsignedInt(buffer.getShort()) : buffer.getInt()];
    buffer.get(header);
    String dictionary = new String(header, StandardCharsets.ISO_8859_1);
    check(field(ORDER, dictionary).equals("False"), name, "not in C order");
    String type = field(TYPE, dictionary);
    int[] shape =
        Arrays.stream(field(SHAPE, dictionary).split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    check(shape.length >= 1 && shape.length <= 3, name, "not of 1 to 3 dimensions");
    NpyFile array = new NpyFile(type, shape, buffer.slice().order(ByteOrder.LITTLE_ENDIAN));
    check(array.content.remaining() == array.size() * array.itemBytes(), name, "cut short");
    return array;
  }

  private static String field(Pattern pattern, String dictionary) {
    Matcher matcher = pattern.matcher(dictionary);
    check(matcher.find(), dictionary, "header without " + pattern);
    return matcher.group(1);
  }

  private static void check(boolean holds, String name, String problem) {
    if (!holds) {
      throw new AssertionError(name + ": " + problem);
    }
  }

  /** The number of elements along each dimension. */
  public int[] shape() {
    return shape.clone();
  }

  /** The number of elements. */
  public int size() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** All elements of an array of float32, in C order. */
  public float[] floats() {
    check(type.equals("<f4"), type, "not float32");
    float[] values = new float[size()];
    content.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** All elements as doubles, whatever their type, in C order. */
  public double[] doubles() {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case "<f4" -> content.getFloat(4 * i);
            case "<f8" -> content.getDouble(8 * i);
            default -> integer(i);
          };
    }
    return values;
  }

  /** All elements of an array of int32 or int64 as ints, in C order; those too large fail. */
  public int[] ints() {
    int[] values = new int[size()];
    Arrays.setAll(values, i -> Math.toIntExact(integer(i)));
    return values;
  }

  private long integer(int i) {
    return switch (type) {
      case "<i4" -> content.getInt(4 * i);
      case "<i8" -> content.getLong(8 * i);
      default -> throw new AssertionError("elements are of type " + type);
    };
  }

  private int itemBytes() {
    return switch (type) {
      case "<f4", "<i4" -> 4;
      case "<f8", "<i8" -> 8;
      default -> throw new AssertionError("elements of type " + type + " are not read");
    };
  }
}

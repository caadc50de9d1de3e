package org.clickgaussian.scene.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The head of an SPZ file: 16 bytes, little-endian; in version 4 as many again follow.
 *
 * @param version 2, 3 or 4
 * @param count the number of Gaussians
 * @param degree degree of the harmonics in the file, 0 to 4
 * @param fractionalBits how many of a position's 24 bits lie behind the point
 */
record SpzHeader(int version, int count, int degree, int fractionalBits) {
  static final int BYTES = 16;
  static final int MAGIC = 0x5053474e;
  static final int NEWEST = 4;

  /** Positions, opacities, colours, scales, rotations, harmonics: the columns in file order. */
  static final int COLUMNS = 6;

  private static final int MOST_FRACTIONAL_BITS = 24;

  /**
   * Reads a head.
   *
   * @throws org.clickgaussian.io.InputException if it is none, or of a version that is not known
   */
  static SpzHeader parse(byte[] head, MappedFile file) {
    if (head.length < BYTES) {
      throw file.fault("ends in its header; copy it again");
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt() != MAGIC) {
      throw file.fault("is a compressed file that holds no splat; give a .spz or another splat");
    }
    int version = bytes.getInt();
    if (version < 2 || version > NEWEST) {
      throw file.fault(
          "is SPZ of version %s; versions 2 to %d can be read, convert it with its own program"
              .formatted(Integer.toUnsignedString(version), NEWEST));
    }
    long count = Integer.toUnsignedLong(bytes.getInt());
    int degree = Byte.toUnsignedInt(bytes.get());
    int fractionalBits = Byte.toUnsignedInt(bytes.get());
    if (degree > 4 || fractionalBits > MOST_FRACTIONAL_BITS) {
      throw file.fault(
          "has harmonics of degree %d and %d fractional bits, which cannot be; copy it again"
              .formatted(degree, fractionalBits));
    }
    SpzHeader header =
        new SpzHeader(version, SceneFilling.checkedCount(file, count), degree, fractionalBits);
    for (int column = 0; column < COLUMNS; column++) {
      SceneFilling.checkedCount(file, count * header.rowBytes(column));
    }
    return header;
  }

  /** Bytes that a Gaussian takes in a column. */
  int rowBytes(int column) {
    return switch (column) {
      case 0 -> 9;
      case 1 -> 1;
      case 2, 3 -> 3;
      case 4 -> version == 2 ? 3 : 4;
      default -> 3 * ((degree + 1) * (degree + 1) - 1);
    };
  }

  /** Bytes of a whole column. */
  int columnBytes(int column) {
    return count * rowBytes(column);
  }
}

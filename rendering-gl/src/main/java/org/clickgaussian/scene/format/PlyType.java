package org.clickgaussian.scene.format;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A scalar type of the PLY format. Each has an old name (char) and a new one (int8). */
enum PlyType {
  INT8("char", "int8", 1),
  UINT8("uchar", "uint8", 1),
  INT16("short", "int16", 2),
  UINT16("ushort", "uint16", 2),
  INT32("int", "int32", 4),
  UINT32("uint", "uint32", 4),
  FLOAT32("float", "float32", 4),
  FLOAT64("double", "float64", 8);

  private final String oldName;
  private final String newName;
  private final int bytes;

  PlyType(String oldName, String newName, int bytes) {
    this.oldName = oldName;
    this.newName = newName;
    this.bytes = bytes;
  }

  /** The type of that name, old or new. */
  static Optional<PlyType> named(String name) {
    for (PlyType type : values()) {
      if (type.oldName.equals(name) || type.newName.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The name that every PLY program knows, such as "uchar". */
  String oldName() {
    return oldName;
  }

  /** The number of bytes of one value in a binary file. */
  int bytes() {
    return bytes;
  }

  /** Whether the values are whole numbers. */
  boolean isInteger() {
    return this != FLOAT32 && this != FLOAT64;
  }

  /** The least whole number of an integer type. */
  long least() {
    return switch (this) {
      case INT8, INT16, INT32 -> -(1L << (8 * bytes - 1));
      default -> 0;
    };
  }

  /** The greatest whole number of an integer type. */
  long most() {
    return least() + (1L << (8 * bytes)) - 1;
  }

  /** Reads a value in the buffer's byte order; a double holds every value of every type. */
  double read(ByteBuffer buffer, int offset) {
    return switch (this) {
      case INT8 -> buffer.get(offset);
      case UINT8 -> Byte.toUnsignedInt(buffer.get(offset));
      case INT16 -> buffer.getShort(offset);
      case UINT16 -> Short.toUnsignedInt(buffer.getShort(offset));
      case INT32 -> buffer.getInt(offset);
      case UINT32 -> Integer.toUnsignedLong(buffer.getInt(offset));
      case FLOAT32 -> buffer.getFloat(offset);
      case FLOAT64 -> buffer.getDouble(offset);
    };
  }

  /** Writes a value that {@link #read} gave, in the buffer's byte order. */
  void write(ByteBuffer buffer, int offset, double value) {
    switch (this) {
      case INT8, UINT8 -> buffer.put(offset, (byte) (int) value);
      case INT16, UINT16 -> buffer.putShort(offset, (short) (int) value);
      case INT32, UINT32 -> buffer.putInt(offset, (int) (long) value);
      case FLOAT32 -> buffer.putFloat(offset, (float) value);
      default -> buffer.putDouble(offset, value);
    }
  }
}

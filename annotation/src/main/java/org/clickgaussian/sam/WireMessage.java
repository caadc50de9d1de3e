package org.clickgaussian.sam;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of Protocol Buffers, in which ONNX files are written: fields with a
 * number each, in the order of the file. Fields keep their bytes, so that a message can be put
 * together again from some of them without knowing what they mean.
 */
final class WireMessage {
  private static final int LENGTH_DELIMITED = 2;

  /**
   * One field.
   *
   * @param number what it is, by the message's definition
   * @param type how it is written: 0 a varying number of bytes, 1 eight bytes, 2 a length and as
   *     many bytes, 5 four bytes
   * @param bytes where it lies
   * @param start its first byte, the tag's
   * @param content the first byte after tag and length
   * @param end after its last byte
   */
  record Field(int number, int type, byte[] bytes, int start, int content, int end) {
    /** Its content as text. */
    String text() {
      return new String(bytes, content, end - content, StandardCharsets.UTF_8);
    }

    /** Its content as a message. */
    WireMessage message() {
      return read(bytes, content, end);
    }

    boolean isMessage(int wanted) {
      return number == wanted && type == LENGTH_DELIMITED;
    }
  }

  private final List<Field> fields;

  private WireMessage(List<Field> fields) {
    this.fields = fields;
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static WireMessage read(byte[] bytes, int from, int to) {
    List<Field> fields = new ArrayList<>();
    Cursor cursor = new Cursor(bytes, from, to);
    while (cursor.at < to) {
      int start = cursor.at;
      long tag = cursor.varying();
      int type = (int) (tag & 7);
      int length =
          switch (type) {
            case 0 -> 0;
            case 1 -> 8;
            case LENGTH_DELIMITED -> (int) Math.clamp(cursor.varying(), -1, Integer.MAX_VALUE);
            case 5 -> 4;
            default -> -1;
          };
      int content = cursor.at;
      if (type == 0) {
        cursor.varying();
      } else {
        cursor.skip(length);
      }
      fields.add(new Field((int) (tag >>> 3), type, bytes, start, content, cursor.at));
    }
    return new WireMessage(fields);
  }

  /** A message that was written in pieces. */
  static WireMessage joined(List<Field> pieces) {
    List<Field> fields = new ArrayList<>();
    pieces.forEach(piece -> fields.addAll(piece.message().fields));
    return new WireMessage(fields);
  }

  /** Its fields, in the order of the file. */
  List<Field> fields() {
    return fields;
  }

  /** The fields of a number that hold bytes: messages or texts. */
  List<Field> all(int number) {
    return fields.stream().filter(field -> field.isMessage(number)).toList();
  }

  /** The text of the first field of a number; empty if there is none. */
  String text(int number) {
    return all(number).stream().findFirst().map(Field::text).orElse("");
  }

  /** Puts a message together. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a field as it was read. */
    Writer add(Field field) {
      bytes.write(field.bytes, field.start, field.end - field.start);
      return this;
    }

    Writer add(int number, byte[] content) {
      varying(8L * number + LENGTH_DELIMITED);
      varying(content.length);
      bytes.writeBytes(content);
      return this;
    }

    Writer add(int number, String text) {
      return add(number, text.getBytes(StandardCharsets.UTF_8));
    }

    Writer add(int number, long value) {
      varying(8L * number);
      varying(value);
      return this;
    }

    private void varying(long value) {
      long rest = value;
      while ((rest & ~127L) != 0) {
        bytes.write((int) (rest & 127 | 128));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }

    byte[] toBytes() {
      return bytes.toByteArray();
    }
  }

  private static final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.at = from;
      this.end = to;
    }

    long varying() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at >= end) {
          throw new IllegalArgumentException("cut off");
        }
        byte next = bytes[at++];
        value |= (next & 127L) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("a number without end");
    }

    void skip(int length) {
      if (length < 0 || length > end - at) {
        throw new IllegalArgumentException("a field longer than its message");
      }
      at += length;
    }
  }
}

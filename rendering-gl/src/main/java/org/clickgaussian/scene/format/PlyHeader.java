package org.clickgaussian.scene.format;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * What the header of a PLY file says; nothing in it has been compared with the file's length.
 *
 * @param encoding how the body is written
 * @param elements in the order of the body
 * @param bodyOffset where the body begins, in bytes from the start of the file
 */
record PlyHeader(Encoding encoding, List<Element> elements, long bodyOffset) {

  /** How the body of the file is written. */
  enum Encoding {
    ASCII("ascii", ByteOrder.LITTLE_ENDIAN),
    LITTLE_ENDIAN("binary_little_endian", ByteOrder.LITTLE_ENDIAN),
    BIG_ENDIAN("binary_big_endian", ByteOrder.BIG_ENDIAN);

    private final String keyword;
    private final ByteOrder byteOrder;

    Encoding(String keyword, ByteOrder byteOrder) {
      this.keyword = keyword;
      this.byteOrder = byteOrder;
    }

    String keyword() {
      return keyword;
    }

    /** The byte order of binary bodies. */
    ByteOrder byteOrder() {
      return byteOrder;
    }
  }

  /**
   * A column of an element.
   *
   * @param type of its values
   * @param countType of the number in front of the values of a list; null for a single value
   */
  record Property(String name, PlyType type, PlyType countType) {
    boolean isList() {
      return countType != null;
    }
  }

  /**
   * A table of the file.
   *
   * @param count the number of rows that the header claims, 0 or more
   */
  record Element(String name, long count, List<Property> properties) {
    boolean hasLists() {
      return properties.stream().anyMatch(Property::isList);
    }

    /** The number of bytes of a row in a binary body; only for elements without lists. */
    int rowBytes() {
      return properties.stream().mapToInt(p -> p.type().bytes()).sum();
    }

    boolean has(String property) {
      return properties.stream().anyMatch(p -> p.name().equals(property));
    }
  }

  /** The element of that name. */
  Optional<Element> element(String name) {
    return elements.stream().filter(e -> e.name().equals(name)).findFirst();
  }
}

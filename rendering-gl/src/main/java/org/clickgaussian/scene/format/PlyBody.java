package org.clickgaussian.scene.format;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Property;

/** Where each element of a binary PLY file begins; all that the header claims is in the file. */
final class PlyBody {
  private final MappedFile file;
  private final PlyHeader header;
  private final Map<String, Long> starts = new LinkedHashMap<>();

  /**
   * Walks over the elements.
   *
   * @throws org.clickgaussian.io.InputException if the file is shorter than its header claims, or
   *     longer by a row or more
   */
  PlyBody(MappedFile file, PlyHeader header) {
    this.file = file;
    this.header = header;
    long offset = header.bodyOffset();
    for (Element element : header.elements()) {
      starts.put(element.name(), offset);
      offset = element.hasLists() ? endOfLists(element, offset) : endOfRows(element, offset);
    }
    refuseFurtherRows(offset);
  }

  /** Where the rows of an element begin, in bytes from the start of the file. */
  long start(Element element) {
    return starts.get(element.name());
  }

  private long endOfRows(Element element, long offset) {
    int rowBytes = element.rowBytes();
    if (rowBytes == 0) {
      return offset;
    }
    long present = (file.size() - offset) / rowBytes;
    if (element.count() > present) {
      throw file.fault(
          "the header claims %d rows of %s, but the file ends after %d; copy or export it again"
              .formatted(element.count(), element.name(), present));
    }
    return offset + element.count() * rowBytes;
  }

  private long endOfLists(Element element, long offset) {
    long end = offset;
    for (long row = 0; row < element.count(); row++) {
      for (Property property : element.properties()) {
        long length = 1;
        if (property.isList()) {
          length = listLength(element, property, end);
          end += property.countType().bytes();
        }
        end += length * property.type().bytes();
      }
      if (end > file.size()) {
        throw endsWithin(element, row);
      }
    }
    return end;
  }

  private long listLength(Element element, Property property, long offset) {
    int bytes = property.countType().bytes();
    if (offset + bytes > file.size()) {
      throw endsWithin(element, -1);
    }
    byte[] raw = file.content().asSlice(offset, bytes).toArray(ValueLayout.JAVA_BYTE);
    ByteBuffer value = ByteBuffer.wrap(raw).order(header.encoding().byteOrder());
    long length = (long) property.countType().read(value, 0);
    if (length < 0) {
      throw file.fault(
          "a list of %s in %s has the negative length %d; export the file again"
              .formatted(property.name(), element.name(), length));
    }
    return length;
  }

  private RuntimeException endsWithin(Element element, long row) {
    String where = row < 0 ? "" : " in row " + row;
    return file.fault(
        "the file ends within %s%s, before the %d rows that its header claims; copy it again"
            .formatted(element.name(), where, element.count()));
  }

  private void refuseFurtherRows(long end) {
    long left = file.size() - end;
    if (left == 0 || header.elements().isEmpty()) {
      return;
    }
    Element last = header.elements().getLast();
    if (last.hasLists() || left >= last.rowBytes()) {
      throw file.fault(
          "%d bytes follow the %d rows of %s that the header claims; export the file again"
              .formatted(left, last.count(), last.name()));
    }
  }
}

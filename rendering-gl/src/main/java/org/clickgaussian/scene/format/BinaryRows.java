package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.scene.format.InriaLayout.Column;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Property;

/**
 * Turns the rows of a binary "vertex" element into the planes of a scene, block by block, so that a
 * block's rows stay in the first-level cache while its columns are picked out.
 */
final class BinaryRows {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final int BLOCK_ROWS = 128;

  private final MemorySegment content;
  private final long start;
  private final int rowBytes;
  private final ByteOrder byteOrder;
  private final boolean allFloats;
  private final GaussianScene scene;
  private final Target[] targets;

  /** Where the values of one column of the file go: a plane of the scene, or a further column. */
  private record Target(
      PlyType type, int rowOffset, MemorySegment planes, int plane, double[] extra) {}

  BinaryRows(
      MappedFile file,
      PlyHeader header,
      Element vertex,
      long start,
      VertexColumns columns,
      GaussianScene scene) {
    this.content = file.content();
    this.start = start;
    this.rowBytes = vertex.rowBytes();
    this.byteOrder = header.encoding().byteOrder();
    this.allFloats = vertex.properties().stream().allMatch(p -> p.type() == PlyType.FLOAT32);
    this.scene = scene;
    this.targets = targets(vertex.properties(), columns, scene);
  }

  private static Target[] targets(
      List<Property> properties, VertexColumns columns, GaussianScene scene) {
    Target[] targets = new Target[properties.size()];
    int offset = 0;
    for (int i = 0; i < targets.length; i++) {
      Property property = properties.get(i);
      Column column = columns.planeOf(property);
      ExtraProperty extra = VertexColumns.extraOf(scene, property);
      targets[i] =
          new Target(
              property.type(),
              offset,
              column == null ? null : column.attribute().planes(scene),
              column == null ? 0 : column.plane(),
              extra == null ? null : extra.values());
      offset += property.type().bytes();
    }
    return targets;
  }

  /** Reads the rows from {@code from} to {@code to} (exclusive); safe for several threads. */
  void read(int from, int to) {
    int columns = targets.length;
    int[] rows = allFloats ? new int[BLOCK_ROWS * columns] : null;
    byte[] bytes = allFloats ? null : new byte[BLOCK_ROWS * rowBytes];
    for (int row = from; row < to; row += BLOCK_ROWS) {
      int number = Math.min(BLOCK_ROWS, to - row);
      long offset = start + (long) row * rowBytes;
      if (allFloats) {
        ValueLayout.OfInt layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(byteOrder);
        MemorySegment.copy(content, layout, offset, rows, 0, number * columns);
        transpose(rows, row, number);
      } else {
        MemorySegment.copy(content, ValueLayout.JAVA_BYTE, offset, bytes, 0, number * rowBytes);
        convert(ByteBuffer.wrap(bytes).order(byteOrder), row, number);
      }
    }
  }

  /** Floats are moved as the integers of their bits: no value changes, not even a NaN's. */
  private void transpose(int[] rows, int firstRow, int number) {
    int[] column = new int[BLOCK_ROWS];
    for (int c = 0; c < targets.length; c++) {
      Target target = targets[c];
      if (target.planes != null) {
        pick(rows, c, targets.length, number, column);
        MemorySegment.copy(column, 0, target.planes, INT, offset(target, firstRow), number);
      } else if (target.extra != null) {
        pick(rows, c, targets.length, number, column);
        for (int r = 0; r < number; r++) {
          target.extra[firstRow + r] = Float.intBitsToFloat(column[r]);
        }
      }
    }
  }

  private static void pick(int[] rows, int first, int stride, int number, int[] column) {
    int at = first;
    for (int r = 0; r < number; r++) {
      column[r] = rows[at];
      at += stride;
    }
  }

  private void convert(ByteBuffer rows, int firstRow, int number) {
    for (Target target : targets) {
      for (int r = 0; r < number; r++) {
        double value = target.type.read(rows, r * rowBytes + target.rowOffset);
        if (target.planes != null) {
          scene.set(target.planes, target.plane, firstRow + r, (float) value);
        } else if (target.extra != null) {
          target.extra[firstRow + r] = value;
        }
      }
    }
  }

  private long offset(Target target, int row) {
    return 4 * ((long) target.plane * scene.count() + row);
  }
}

package org.clickgaussian.scene.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.clickgaussian.scene.GaussianScene;

/** Writes PLY files the slow way, in every variant that the reader must understand. */
final class PlySample {
  private record Column(String type, String name, IntToDoubleFunction values) {}

  private final int count;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, String> types = new HashMap<>();
  private String format = "binary_little_endian";
  private boolean listsAround;
  private boolean comment = true;
  private String lineEnd = "\n";

  private PlySample(int count) {
    this.count = count;
  }

  /** The columns of a scene in the reference implementation's order, with normals. */
  static PlySample of(GaussianScene scene) {
    PlySample sample = new PlySample(scene.count());
    sample.floats("x", i -> scene.position(i, 0));
    sample.floats("y", i -> scene.position(i, 1));
    sample.floats("z", i -> scene.position(i, 2));
    for (String normal : List.of("nx", "ny", "nz")) {
      sample.floats(normal, i -> 0);
    }
    for (int c = 0; c < 3; c++) {
      int channel = c;
      sample.floats("f_dc_" + c, i -> scene.harmonic(i, 0, channel));
    }
    int number = 0;
    for (int c = 0; c < 3; c++) {
      int channel = c;
      for (int k = 1; k < scene.harmonicsCoefficients(); k++) {
        int coefficient = k;
        sample.floats("f_rest_" + number++, i -> scene.harmonic(i, coefficient, channel));
      }
    }
    sample.floats("opacity", scene::opacityLogit);
    for (int c = 0; c < 3; c++) {
      int axis = c;
      sample.floats("scale_" + c, i -> scene.logScale(i, axis));
    }
    for (int c = 0; c < 4; c++) {
      int component = c;
      sample.floats("rot_" + c, i -> scene.rotation(i, component));
    }
    return sample;
  }

  private void floats(String name, IntToDoubleFunction values) {
    columns.add(new Column("float", name, values));
  }

  PlySample with(String type, String name, IntToDoubleFunction values) {
    columns.add(new Column(type, name, values));
    return this;
  }

  PlySample withType(String name, String type) {
    types.put(name, type);
    return this;
  }

  PlySample without(String name) {
    columns.removeIf(column -> column.name().equals(name));
    return this;
  }

  PlySample shuffled(long seed) {
    Collections.shuffle(columns, new Random(seed));
    return this;
  }

  PlySample inFormat(String newFormat) {
    format = newFormat;
    return this;
  }

  /** Adds an element of fixed rows and one of lists before the vertices and one of lists after. */
  PlySample withListsAround() {
    listsAround = true;
    return this;
  }

  PlySample withLineEnd(String end) {
    lineEnd = end;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header().getBytes(StandardCharsets.UTF_8));
    if (listsAround) {
      writeRow(out, List.of("double", "uchar"), new double[] {0.5, 7});
      writeRow(out, List.of("uchar", "int", "int", "float"), new double[] {2, 11, -12, 3});
      writeRow(out, List.of("uchar", "float"), new double[] {0, 1.5});
    }
    List<String> rowTypes = columns.stream().map(this::type).toList();
    for (int i = 0; i < count; i++) {
      int row = i;
      writeRow(
          out,
          rowTypes,
          columns.stream().mapToDouble(c -> c.values().applyAsDouble(row)).toArray());
    }
    if (listsAround) {
      writeRow(out, List.of("ushort", "short", "short", "short"), new double[] {3, 0, -1, 2});
    }
    return out.toByteArray();
  }

  /** The bytes that the program itself should write. */
  byte[] bytesWithoutComment() {
    comment = false;
    return bytes();
  }

  private String type(Column column) {
    return types.getOrDefault(column.name(), column.type());
  }

  private String header() {
    List<String> lines = new ArrayList<>(List.of("ply", "format " + format + " 1.0"));
    if (comment) {
      lines.add("comment a sample");
    }
    if (listsAround) {
      lines.addAll(List.of("element first 1", "property double a", "property uchar b"));
      lines.addAll(List.of("element lists 2", "property list uchar int l", "property float m"));
    }
    lines.add("element vertex " + count);
    columns.forEach(column -> lines.add("property " + type(column) + " " + column.name()));
    if (listsAround) {
      lines.addAll(List.of("element face 1", "property list ushort short vertex_indices"));
    }
    lines.add("end_header");
    return String.join(lineEnd, lines) + lineEnd;
  }

  private void writeRow(ByteArrayOutputStream out, List<String> rowTypes, double[] values) {
    if (format.equals("ascii")) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < values.length; i++) {
        line.append(i == 0 ? "" : " ").append(text(rowTypes.get(i), values[i]));
      }
      out.writeBytes((line + lineEnd).getBytes(StandardCharsets.UTF_8));
      return;
    }
    boolean big = format.equals("binary_big_endian");
    for (int i = 0; i < values.length; i++) {
      ByteBuffer buffer = ByteBuffer.allocate(8);
      buffer.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      put(buffer, rowTypes.get(i), values[i]);
      out.write(buffer.array(), 0, buffer.position());
    }
  }

  private static String text(String type, double value) {
    return switch (type) {
      case "float", "float32" -> Float.toString((float) value);
      case "double", "float64" -> Double.toString(value);
      default -> Long.toString((long) value);
    };
  }

  private static void put(ByteBuffer buffer, String type, double value) {
    switch (type) {
      case "char", "int8", "uchar", "uint8" -> buffer.put((byte) (long) value);
      case "short", "int16", "ushort", "uint16" -> buffer.putShort((short) (long) value);
      case "int", "int32", "uint", "uint32" -> buffer.putInt((int) (long) value);
      case "float", "float32" -> buffer.putFloat((float) value);
      default -> buffer.putDouble(value);
    }
  }
}

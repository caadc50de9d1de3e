package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.scene.format.InriaLayout.Column;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Writes splats in the columns of the reference implementation, little-endian, in the order of
 * their file; normals are zero, further columns come last. See {@link InriaLayout}.
 */
final class InriaPlyWriter {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

  private final GaussianScene scene;
  private final int[] order;
  private final StringBuilder header = new StringBuilder();
  private final List<Source> sources = new ArrayList<>();
  private int rowBytes;

  /** A plane of the scene and where its values go in a row. */
  private record Source(int offset, MemorySegment plane) {}

  private InriaPlyWriter(GaussianScene scene) {
    this.scene = scene;
    this.order = SceneOrder.fileOrder(scene);
  }

  static void write(GaussianScene scene, Path file, Workers workers, Progress progress) {
    new InriaPlyWriter(scene).write(file, workers, progress);
  }

  private void write(Path file, Workers workers, Progress progress) {
    header.append("ply\nformat binary_little_endian 1.0\n");
    header.append("element vertex ").append(scene.count()).append('\n');
    InriaLayout.positions().forEach(this::addPlane);
    for (String normal : List.of("nx", "ny", "nz")) {
      addProperty(PlyType.FLOAT32, normal);
    }
    InriaLayout.afterNormals(scene.harmonicsDegree()).forEach(this::addPlane);
    TableFile.RowEncoder encoder = encoderOfExtras();
    header.append("end_header\n");
    byte[] bytes = header.toString().getBytes(StandardCharsets.UTF_8);
    TableFile.Table table = new TableFile.Table(order.length, rowBytes, encoder);
    TableFile.write(file, bytes, List.of(table), workers, progress);
  }

  private void addPlane(Column column) {
    MemorySegment planes = column.attribute().planes(scene);
    MemorySegment plane = planes.asSlice(column.offset(scene, 0), 4L * scene.count());
    sources.add(new Source(rowBytes, plane));
    addProperty(PlyType.FLOAT32, column.name());
  }

  private void addProperty(PlyType type, String name) {
    header.append("property ").append(type.oldName()).append(' ').append(name).append('\n');
    rowBytes += type.bytes();
  }

  private TableFile.RowEncoder encoderOfExtras() {
    List<ExtraProperty> extras = scene.extraProperties();
    int firstOffset = rowBytes;
    PlyType[] types = new PlyType[extras.size()];
    for (int e = 0; e < types.length; e++) {
      types[e] = PlyType.named(extras.get(e).plyType()).orElseThrow();
      addProperty(types[e], extras.get(e).name());
    }
    Source[] planes = sources.toArray(Source[]::new);
    return (rows, row, offset) -> {
      encodePlanes(planes, order[row], rows, offset);
      int at = offset + firstOffset;
      for (int e = 0; e < types.length; e++) {
        types[e].write(rows, at, extras.get(e).values()[order[row]]);
        at += types[e].bytes();
      }
    };
  }

  private static void encodePlanes(Source[] planes, int i, ByteBuffer rows, int offset) {
    for (Source source : planes) {
      rows.putInt(offset + source.offset, source.plane.getAtIndex(INT, i));
    }
  }
}

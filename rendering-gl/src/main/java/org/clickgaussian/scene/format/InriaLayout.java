package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clickgaussian.scene.GaussianScene;

/**
 * The columns of a splat PLY as the reference implementation of 3D Gaussian Splatting writes it.
 *
 * <p>The higher harmonics go channel by channel: with K = (degree + 1)² coefficients a channel,
 * coefficient k ≥ 1 of channel c is {@code f_rest_(c · (K − 1) + k − 1)}.
 */
final class InriaLayout {
  /** Which planes of a scene a column belongs to. */
  enum Attribute {
    POSITION(GaussianScene::positions),
    HARMONICS(GaussianScene::harmonics),
    OPACITY(GaussianScene::opacityLogits),
    SCALE(GaussianScene::logScales),
    ROTATION(GaussianScene::rotations);

    private final Function<GaussianScene, MemorySegment> planes;

    Attribute(Function<GaussianScene, MemorySegment> planes) {
      this.planes = planes;
    }

    MemorySegment planes(GaussianScene scene) {
      return planes.apply(scene);
    }
  }

  /**
   * A column that is one plane of a scene.
   *
   * @param plane number of the plane among those of its attribute
   */
  record Column(String name, Attribute attribute, int plane) {
    /** Where the value of Gaussian i lies in the attribute's planes, in bytes. */
    long offset(GaussianScene scene, int i) {
      return 4 * ((long) plane * scene.count() + i);
    }
  }

  /** Columns that always hold zero: a Gaussian has no normal. */
  static final Set<String> NORMALS = Set.of("nx", "ny", "nz");

  /** How the names of the higher harmonics begin. */
  static final String REST = "f_rest_";

  private InriaLayout() {}

  /** x, y, z. */
  static List<Column> positions() {
    return List.of(
        new Column("x", Attribute.POSITION, 0),
        new Column("y", Attribute.POSITION, 1),
        new Column("z", Attribute.POSITION, 2));
  }

  /** The columns after the normals, in the order in which they are written. */
  static List<Column> afterNormals(int degree) {
    List<Column> columns = new ArrayList<>();
    addNumbered(columns, "f_dc_", Attribute.HARMONICS, 3);
    int rest = (degree + 1) * (degree + 1) - 1;
    for (int i = 0; i < 3 * rest; i++) {
      int channel = i / rest;
      int k = i % rest + 1;
      columns.add(new Column(REST + i, Attribute.HARMONICS, 3 * k + channel));
    }
    columns.add(new Column("opacity", Attribute.OPACITY, 0));
    addNumbered(columns, "scale_", Attribute.SCALE, 3);
    addNumbered(columns, "rot_", Attribute.ROTATION, 4);
    return columns;
  }

  private static void addNumbered(
      List<Column> columns, String name, Attribute attribute, int number) {
    for (int i = 0; i < number; i++) {
      columns.add(new Column(name + i, attribute, i));
    }
  }
}

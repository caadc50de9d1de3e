package org.clickgaussian.scene.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.scene.format.InriaLayout.Column;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Property;

/** What each column of a "vertex" element of a splat PLY is for. */
final class VertexColumns {
  private static final int[] REST_PROPERTIES = {0, 9, 24, 45};

  private final MappedFile file;
  private final Element vertex;
  private final int degree;
  private final Map<String, Column> known = new HashMap<>();

  /**
   * Finds the columns of a splat by their names; their order does not matter.
   *
   * @throws org.clickgaussian.io.InputException if a column of a splat is missing
   */
  VertexColumns(MappedFile file, Element vertex) {
    this.file = file;
    this.vertex = vertex;
    if (vertex.hasLists()) {
      throw file.fault("the element vertex has a list; a splat has single values only");
    }
    this.degree = degree();
    InriaLayout.positions().forEach(column -> known.put(column.name(), column));
    InriaLayout.afterNormals(degree).forEach(column -> known.put(column.name(), column));
    refuseMissing();
  }

  private int degree() {
    long rest =
        vertex.properties().stream().filter(p -> p.name().startsWith(InriaLayout.REST)).count();
    for (int candidate = 0; candidate < REST_PROPERTIES.length; candidate++) {
      if (REST_PROPERTIES[candidate] == rest) {
        return candidate;
      }
    }
    throw file.fault(
        "has %d properties f_rest_*, but spherical harmonics of degree 0 to 3 have 0, 9, 24 or 45"
            .formatted(rest));
  }

  private void refuseMissing() {
    List<String> missing = new ArrayList<>(known.keySet());
    vertex.properties().forEach(property -> missing.remove(property.name()));
    if (!missing.isEmpty()) {
      missing.sort(null);
      throw file.fault(
          "lacks the vertex properties %s; a splat is needed, not a point cloud or a mesh"
              .formatted(String.join(", ", missing)));
    }
  }

  /** The degree of the spherical harmonics. */
  int harmonicsDegree() {
    return degree;
  }

  /** The plane of a scene that a column of the file fills; null for other columns. */
  Column planeOf(Property property) {
    return known.get(property.name());
  }

  /**
   * Memory for the rows of the file.
   *
   * @param rows their number, already compared with the length of the file
   */
  GaussianScene allocate(int rows) {
    List<ExtraProperty> extras = new ArrayList<>();
    for (Property property : vertex.properties()) {
      if (!known.containsKey(property.name()) && !InriaLayout.NORMALS.contains(property.name())) {
        extras.add(new ExtraProperty(property.name(), property.type().oldName(), new double[rows]));
      }
    }
    return new GaussianScene(rows, degree, rows, null, extras);
  }

  /** The further column of the scene that a column of the file fills; null for other columns. */
  static ExtraProperty extraOf(GaussianScene scene, Property property) {
    for (ExtraProperty extra : scene.extraProperties()) {
      if (extra.name().equals(property.name())) {
        return extra;
      }
    }
    return null;
  }
}

package org.clickgaussian.scene.format;

import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.scene.format.InriaLayout.Column;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Property;

/** Reads the body of a PLY file in text, value by value, from the first row to the last. */
final class AsciiRows {
  private final MappedFile file;
  private final PlyHeader header;
  private final Element vertex;
  private final VertexColumns columns;
  private final AsciiTokens tokens;

  /**
   * Compares what the header claims with the length of the file.
   *
   * @throws org.clickgaussian.io.InputException if the file is too short for as many values
   */
  AsciiRows(MappedFile file, PlyHeader header, Element vertex, VertexColumns columns) {
    this.file = file;
    this.header = header;
    this.vertex = vertex;
    this.columns = columns;
    this.tokens = new AsciiTokens(file, header.bodyOffset());
    // A value takes a digit and a space, the last one a digit.
    long mostValues = (file.size() - header.bodyOffset() + 1) / 2;
    for (Element element : header.elements()) {
      int values = element.properties().size();
      if (values > 0 && element.count() > mostValues / values) {
        throw file.fault(
            "the header claims %d rows of %s, but the file is too short for them; copy it again"
                .formatted(element.count(), element.name()));
      }
    }
  }

  /** Reads the next rows of the vertices; with the first and last row also what is around them. */
  void read(GaussianScene scene, int from, int to) {
    int place = header.elements().indexOf(vertex);
    if (from == 0) {
      header.elements().subList(0, place).forEach(this::skip);
    }
    readRows(scene, from, to);
    if (to == scene.count()) {
      header.elements().subList(place + 1, header.elements().size()).forEach(this::skip);
      if (!tokens.atEnd()) {
        throw file.fault("more values follow than the header claims; export the file again");
      }
    }
  }

  private void skip(Element element) {
    if (element.properties().isEmpty()) {
      return;
    }
    for (long row = 0; row < element.count(); row++) {
      for (Property property : element.properties()) {
        long values = 1;
        if (property.isList()) {
          values = (long) tokens.next(property.countType());
          if (values < 0) {
            throw file.fault("a list of " + element.name() + " has a negative length");
          }
        }
        for (long i = 0; i < values; i++) {
          tokens.next(property.type());
        }
      }
    }
  }

  private void readRows(GaussianScene scene, int from, int to) {
    List<Property> properties = vertex.properties();
    Column[] planes = new Column[properties.size()];
    ExtraProperty[] extras = new ExtraProperty[properties.size()];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = columns.planeOf(properties.get(c));
      extras[c] = VertexColumns.extraOf(scene, properties.get(c));
    }
    for (int row = from; row < to; row++) {
      for (int c = 0; c < planes.length; c++) {
        double value = tokens.next(properties.get(c).type());
        if (planes[c] != null) {
          scene.set(planes[c].attribute().planes(scene), planes[c].plane(), row, (float) value);
        } else if (extras[c] != null) {
          extras[c].values()[row] = value;
        }
      }
    }
  }
}

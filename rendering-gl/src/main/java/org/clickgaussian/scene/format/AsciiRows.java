package org.clickgaussian.scene.format;

import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.scene.format.InriaLayout.Column;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Property;
import org.clickgaussian.work.Progress;

/** Reads the body of a PLY file in text, value by value. */
final class AsciiRows {
  private static final int ROWS_PER_REPORT = 4096;

  private final MappedFile file;
  private final PlyHeader header;

  /**
   * Compares what the header claims with the length of the file.
   *
   * @throws org.clickgaussian.io.InputException if the file is too short for as many values
   */
  AsciiRows(MappedFile file, PlyHeader header) {
    this.file = file;
    this.header = header;
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

  /** Fills a scene with the rows of an element; the other elements are skipped. */
  void read(Element vertex, VertexColumns columns, GaussianScene scene, Progress progress) {
    AsciiTokens tokens = new AsciiTokens(file, header.bodyOffset());
    for (Element element : header.elements()) {
      if (element.equals(vertex)) {
        readRows(tokens, columns, element.properties(), scene, progress);
      } else {
        skip(tokens, element);
      }
    }
    if (!tokens.atEnd()) {
      throw file.fault("more values follow than the header claims; export the file again");
    }
  }

  private void skip(AsciiTokens tokens, Element element) {
    if (element.properties().isEmpty()) {
      return;
    }
    for (long row = 0; row < element.count(); row++) {
      for (Property property : element.properties()) {
        long values = 1;
        if (property.isList()) {
          values = (long) tokens.next(property.countType());
        }
        for (long i = 0; i < values; i++) {
          tokens.next(property.type());
        }
      }
    }
  }

  private void readRows(
      AsciiTokens tokens,
      VertexColumns columns,
      List<Property> properties,
      GaussianScene scene,
      Progress progress) {
    Column[] planes = new Column[properties.size()];
    ExtraProperty[] extras = new ExtraProperty[properties.size()];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = columns.planeOf(properties.get(c));
      extras[c] = VertexColumns.extraOf(scene, properties.get(c));
    }
    for (int row = 0; row < scene.count(); row++) {
      for (int c = 0; c < planes.length; c++) {
        double value = tokens.next(properties.get(c).type());
        if (planes[c] != null) {
          scene.set(planes[c].attribute().planes(scene), planes[c].plane(), row, (float) value);
        } else if (extras[c] != null) {
          extras[c].values()[row] = value;
        }
      }
      if (row % ROWS_PER_REPORT == 0) {
        progress.update(row / (double) scene.count(), "reading " + file.name());
      }
    }
  }
}

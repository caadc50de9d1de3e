package org.clickgaussian.features;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.Cylinder;
import javafx.scene.transform.Rotate;

/**
 * Thin lines through the middle of the points along the three components, in the colours that the
 * feature maps give them: red, green, blue.
 */
final class ComponentAxes extends Group {
  private static final double THICK = 0.35;
  private static final Color[] COLOURS = {
    Color.rgb(214, 69, 65), Color.rgb(70, 160, 84), Color.rgb(72, 118, 224)
  };

  ComponentAxes(double length) {
    for (int axis = 0; axis < COLOURS.length; axis++) {
      Cylinder line = new Cylinder(THICK, length);
      line.setMaterial(new PhongMaterial(COLOURS[axis]));
      // A cylinder stands along y.
      line.getTransforms()
          .add(
              switch (axis) {
                case 0 -> new Rotate(90, Rotate.Z_AXIS);
                case 1 -> new Rotate(0, Rotate.Z_AXIS);
                default -> new Rotate(90, Rotate.X_AXIS);
              });
      getChildren().add(line);
    }
    setMouseTransparent(true);
  }
}

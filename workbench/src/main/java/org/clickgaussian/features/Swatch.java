package org.clickgaussian.features;

import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Carries a colour of the stylesheet to what is painted by hand. */
final class Swatch extends Region {
  /** A swatch with a style class whose background is the colour. */
  Swatch(String style, Runnable changed) {
    getStyleClass().add(style);
    setManaged(false);
    backgroundProperty().addListener(property -> changed.run());
  }

  Color colour() {
    Background background = getBackground();
    boolean plain =
        background != null
            && !background.getFills().isEmpty()
            && background.getFills().getFirst().getFill() instanceof Color;
    return plain ? (Color) background.getFills().getFirst().getFill() : Color.GRAY;
  }

  /** 0xRRGGBB. */
  int rgb() {
    Color colour = colour();
    return (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }
}

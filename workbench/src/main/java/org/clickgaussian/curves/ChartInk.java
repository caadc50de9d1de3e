package org.clickgaussian.curves;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.clickgaussian.curves.paint.DrawnCurve;
import org.clickgaussian.curves.paint.LineDash;

/**
 * The stylesheet's colours for what is painted and knows no styles itself. A node of its own, as
 * large as nothing, that must stand in the scene.
 */
final class ChartInk extends Pane {
  /** Colours of curves before they come again. */
  static final int COLOURS = 10;

  private final List<Region> curves = new ArrayList<>();
  private final Region grid = swatch("curves-grid");
  private final Region words = swatch("curves-words");
  private final Region card = swatch("curves-card");
  private final Region accent = swatch("curves-accent");

  ChartInk(Runnable changed) {
    setManaged(false);
    for (int i = 0; i < COLOURS; i++) {
      curves.add(swatch("curve-colour-" + i));
    }
    getChildren().addAll(curves);
    getChildren().addAll(grid, words, card, accent);
    getChildren()
        .forEach(
            swatch ->
                ((Region) swatch).backgroundProperty().addListener(property -> changed.run()));
  }

  private static Region swatch(String style) {
    Region swatch = new Region();
    swatch.getStyleClass().add(style);
    swatch.setManaged(false);
    return swatch;
  }

  /** The colour of a run by its number; colours come again. */
  Color curve(int number) {
    return colour(curves.get(Math.floorMod(number, COLOURS)));
  }

  /** The colour of a curve; several of one run are told apart by shades and {@link LineDash}. */
  Color curve(DrawnCurve drawn) {
    Color plain = curve(drawn.colour());
    return switch (drawn.shade() % LineDash.SHADES) {
      case 1 -> plain.interpolate(words(), 0.5);
      case 2 -> plain.interpolate(colour(card), 0.45);
      default -> plain;
    };
  }

  /** The same as opaque ARGB. */
  int argb(DrawnCurve drawn) {
    return argb(curve(drawn));
  }

  private static int argb(Color colour) {
    return 0xFF000000
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }

  Color grid() {
    return colour(grid);
  }

  Color words() {
    return colour(words);
  }

  Color card() {
    return colour(card);
  }

  Color accent() {
    return colour(accent);
  }

  private static Color colour(Region swatch) {
    Background background = swatch.getBackground();
    return background != null
            && !background.getFills().isEmpty()
            && background.getFills().getFirst().getFill() instanceof Color colour
        ? colour
        : Color.GRAY;
  }
}

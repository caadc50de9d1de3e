package org.clickgaussian.viewport;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clickgaussian.viewport.frame.Legend;

/** Explains the colours of a picture: words, and a scale with numbers at its ends. */
final class LegendCard extends VBox {
  private static final double SCALE_WIDTH = 128;
  private static final double SCALE_HEIGHT = 10;

  private final Label words = new Label();
  private final Label from = new Label();
  private final Label to = new Label();
  private final ImageView scale = new ImageView();
  private final HBox scaleRow = new HBox(from, scale, to);
  private Legend shown = Legend.NONE;

  LegendCard(String id) {
    setId(id);
    getStyleClass().addAll("viewport-card", "viewport-legend");
    scaleRow.getStyleClass().add("viewport-scale");
    scale.setFitWidth(SCALE_WIDTH);
    scale.setFitHeight(SCALE_HEIGHT);
    words.setWrapText(true);
    words.setMaxWidth(2 * SCALE_WIDTH);
    setMouseTransparent(true);
    getChildren().addAll(words, scaleRow);
    setVisible(false);
  }

  /** Shows a legend, or nothing where there is nothing to explain or it is not wanted. */
  void show(Legend legend, boolean wanted) {
    boolean hasScale = legend.scale().length > 0;
    setVisible(wanted && (hasScale || !legend.text().isEmpty()));
    if (legend.equals(shown)) {
      return;
    }
    words.setText(legend.text());
    words.setVisible(!legend.text().isEmpty());
    words.setManaged(words.isVisible());
    scaleRow.setVisible(hasScale);
    scaleRow.setManaged(hasScale);
    if (hasScale) {
      if (legend.scale() != shown.scale()) {
        scale.setImage(strip(legend.scale()));
      }
      double span = legend.to() - legend.from();
      from.setText(number(legend.from(), span));
      to.setText(number(legend.to(), span));
    }
    shown = legend;
  }

  /** As many digits as tell the ends of the scale apart. */
  private static String number(double value, double span) {
    double size = Math.max(Math.abs(value), Math.abs(span));
    if (size >= 1e5 || size > 0 && size < 1e-3) {
      return "%.1e".formatted(value);
    }
    int digits = (int) Math.clamp(2 - Math.floor(Math.log10(Math.max(size, 1e-3))), 0, 4);
    return ("%." + digits + "f").formatted(value);
  }

  private static WritableImage strip(int[] colours) {
    int width = (int) SCALE_WIDTH;
    WritableImage image = new WritableImage(width, (int) SCALE_HEIGHT);
    for (int x = 0; x < width; x++) {
      int colour = colourAt(colours, x / (width - 1.0));
      for (int y = 0; y < image.getHeight(); y++) {
        image.getPixelWriter().setArgb(x, y, colour);
      }
    }
    return image;
  }

  /**
   * The colour at a place of a scale, between those of the places that it has colours for.
   *
   * @param colours 0xRRGGBB, evenly spread from 0 to 1
   * @param place 0 to 1
   * @return 0xffRRGGBB
   */
  static int colourAt(int[] colours, double place) {
    double at = place * (colours.length - 1);
    int lower = (int) at;
    int upper = Math.min(lower + 1, colours.length - 1);
    int colour = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = colours[lower] >> shift & 0xff;
      int high = colours[upper] >> shift & 0xff;
      colour = colour << 8 | (int) Math.round(low + (high - low) * (at - lower));
    }
    return colour;
  }
}

package org.clickgaussian.clusters;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.clickgaussian.text.Texts;

/** A cluster's colour, picture and name. */
final class ClusterCell extends TreeTableCell<ClusterRow, ClusterRow> {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final double PICTURE_HEIGHT = 36;
  private static final double PICTURE_WIDTH = 48;
  private static final double DIMMED = 0.45;

  private final Function<ClusterThumbnail, Image> images;
  private final Rectangle colour = new Rectangle(10, PICTURE_HEIGHT);
  private final ImageView picture = new ImageView();
  private final Label name = new Label();
  private final HBox content = new HBox(6, colour, picture, name);

  ClusterCell(Function<ClusterThumbnail, Image> images) {
    this.images = images;
    picture.setFitHeight(PICTURE_HEIGHT);
    picture.setFitWidth(PICTURE_WIDTH);
    colour.setArcWidth(4);
    colour.setArcHeight(4);
    content.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(ClusterRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    int rgb = row.colour();
    colour.setFill(Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
    picture.setImage(row.thumbnail().map(images).orElse(null));
    name.setText(row.hidden() ? TEXTS.get("row.hidden", row.name()) : row.name());
    content.setOpacity(row.hidden() ? DIMMED : 1);
    setGraphic(content);
  }
}

package org.clickgaussian.viewport;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.clickgaussian.text.Texts;

/**
 * The area of the pictures: one, or two side by side, with legends, hints and numbers over them.
 * Only lays out; what it shows is put in by {@link LiveViewport}.
 */
final class ViewportPane extends StackPane {
  private static final Texts TEXTS = Texts.of("viewport");

  private static final double GAP = 10;

  /** In a narrower pane the legend alone has room below. */
  private static final double ROOM_FOR_PLACE = 460;

  private final FrameScreen first = new FrameScreen("viewport-frame");
  private final FrameScreen second = new FrameScreen("viewport-frame-second");
  private final LegendCard firstLegend = new LegendCard("viewport-legend");
  private final LegendCard secondLegend = new LegendCard("viewport-legend-second");
  private final Region divider = new Region();
  private final Region pictures = new Pictures();
  private final Label speed = new Label();
  private final Label place = new Label();
  private final HintCard hint = new HintCard();
  private boolean split;

  /** Lays the pictures and what belongs to each of them side by side. */
  private final class Pictures extends Region {
    Pictures() {
      divider.getStyleClass().add("viewport-divider");
      getChildren().addAll(first, second, divider, firstLegend, secondLegend);
    }

    @Override
    protected void layoutChildren() {
      double width = pictureWidth();
      first.resizeRelocate(0, 0, width, getHeight());
      second.resizeRelocate(getWidth() - width, 0, width, getHeight());
      divider.resizeRelocate(width, 0, getWidth() - 2 * width, getHeight());
      placeLegend(firstLegend, width);
      placeLegend(secondLegend, getWidth());
    }

    private void placeLegend(LegendCard legend, double right) {
      double width = Math.min(legend.prefWidth(-1), pictureWidth());
      double height = legend.prefHeight(width);
      double gap = GAP;
      legend.resizeRelocate(right - width - gap, getHeight() - height - gap, width, height);
    }
  }

  ViewportPane() {
    setId("viewport");
    getStyleClass().add("viewport");
    setFocusTraversable(true);
    setAccessibleText(TEXTS.get("pane.title"));
    speed.setId("viewport-speed");
    speed.getStyleClass().add("viewport-card");
    place.setId("viewport-place");
    place.getStyleClass().add("viewport-card");
    speed.setMouseTransparent(true);
    place.setMouseTransparent(true);
    VBox corner = new VBox(speed);
    corner.setAlignment(Pos.TOP_RIGHT);
    corner.getStyleClass().add("viewport-corner");
    corner.setMouseTransparent(true);
    HBox below = new HBox(place);
    below.setAlignment(Pos.BOTTOM_LEFT);
    below.getStyleClass().add("viewport-corner");
    below.setMouseTransparent(true);
    getChildren().addAll(pictures, corner, below, hint);
    setMinSize(0, 0);
    showSplit(false);
  }

  FrameScreen first() {
    return first;
  }

  FrameScreen second() {
    return second;
  }

  /** The pictures that are shown, from the left. */
  List<FrameScreen> screens() {
    return split ? List.of(first, second) : List.of(first);
  }

  LegendCard legend(ViewportScreen.Side side) {
    return side == ViewportScreen.Side.FIRST ? firstLegend : secondLegend;
  }

  HintCard hint() {
    return hint;
  }

  /** Shows a card over the pictures, in place of any other. */
  void openCard(SaveCard card) {
    getChildren().removeIf(SaveCard.class::isInstance);
    getChildren().add(card);
    card.focusSave();
  }

  /** Takes a card away. */
  void closeCard(SaveCard card) {
    getChildren().remove(card);
    requestFocus();
  }

  /** Where hints stand: in the way only while there is no picture. */
  void placeHint(boolean overPicture) {
    setAlignment(hint, overPicture ? Pos.TOP_CENTER : Pos.CENTER);
    setMargin(hint, new Insets(GAP));
  }

  void showSplit(boolean wanted) {
    split = wanted;
    second.setVisible(wanted);
    divider.setVisible(wanted);
    if (!wanted) {
      secondLegend.setVisible(false);
    }
    pictures.requestLayout();
  }

  void showSpeed(String words) {
    speed.setText(words);
    speed.setVisible(!words.isEmpty());
  }

  void showPlace(String words) {
    place.setText(words);
    place.setVisible(!words.isEmpty() && getWidth() >= ROOM_FOR_PLACE);
  }

  /** The width of one picture, in units of the layout. */
  double pictureWidth() {
    return split ? Math.floor((getWidth() - 2) / 2) : getWidth();
  }

  /** Pixels of the screen for each unit of the layout. */
  double pixelScale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  /** The pixel of a frame at a point of this pane, whichever picture it is in. */
  Point2D toFrame(Point2D point) {
    double begin = getWidth() - pictureWidth();
    double x = split && point.getX() >= begin ? point.getX() - begin : point.getX();
    return new Point2D(x * pixelScale(), point.getY() * pixelScale());
  }
}

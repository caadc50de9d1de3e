package org.clickgaussian.compare;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.navigation.CameraRig;

/**
 * The pictures of a comparison and what a hand does with them: a drag turns the camera, with the
 * other button shifts it, the wheel comes nearer; all panels follow. Near the line of a wipe a drag
 * moves the line.
 */
final class ComparePictures extends Region {
  private static final double GAP = 2;
  private static final double LABEL_INSET = 8;
  private static final double NEAR_LINE = 8;
  private static final double NOTCH = 1.2;
  private static final double UNITS_A_NOTCH = 40;
  private static final Duration REST = Duration.millis(250);

  private final Consumer<CompareIntent> intents;
  private final List<ImageView> images = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final Region line = new Region();
  private final PauseTransition rest = new PauseTransition(REST);
  private CompareState state = CompareState.CLOSED;
  private List<ComparedPicture> pictures = List.of();
  private CameraRig held;
  private MouseEvent press;
  private boolean onLine;

  ComparePictures(Consumer<CompareIntent> intents) {
    this.intents = intents;
    setId("compare-pictures");
    getStyleClass().add("viewport");
    setMinSize(0, 0);
    line.getStyleClass().add("compare-line");
    line.setManaged(false);
    line.setMouseTransparent(true);
    for (int i = 0; i < CompareState.MOST_PANELS; i++) {
      ImageView image = new ImageView();
      image.setManaged(false);
      image.setMouseTransparent(true);
      images.add(image);
      Label label = new Label();
      label.setId("compare-label-" + i);
      label.getStyleClass().addAll("viewport-card", "small");
      label.setManaged(false);
      label.setMouseTransparent(true);
      label.setWrapText(true);
      labels.add(label);
    }
    getChildren().addAll(images);
    getChildren().add(line);
    getChildren().addAll(labels);
    rest.setOnFinished(event -> intents.accept(new CompareIntent.Rest()));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnScroll(this::scroll);
  }

  void show(CompareState next) {
    state = next;
    requestLayout();
  }

  /** Shows pictures; their pixels are theirs from now on. */
  void draw(List<ComparedPicture> next) {
    pictures = next;
    for (int i = 0; i < images.size(); i++) {
      images.get(i).setImage(i < next.size() ? image(next.get(i)) : null);
    }
    requestLayout();
  }

  private static WritableImage image(ComparedPicture picture) {
    return new WritableImage(
        new PixelBuffer<>(
            picture.width(),
            picture.height(),
            IntBuffer.wrap(picture.pixels()),
            PixelFormat.getIntArgbPreInstance()));
  }

  private int shown() {
    return state.arrangement() == Arrangement.SIDE_BY_SIDE ? state.panels().size() : 1;
  }

  private int across() {
    return shown() == CompareState.MOST_PANELS ? 2 : Math.max(1, shown());
  }

  private double pictureWidth() {
    return (getWidth() - GAP * (across() - 1)) / across();
  }

  private double pictureHeight() {
    int down = Math.ceilDiv(Math.max(1, shown()), across());
    return (getHeight() - GAP * (down - 1)) / down;
  }

  @Override
  protected void layoutChildren() {
    double width = pictureWidth();
    double height = pictureHeight();
    intents.accept(new CompareIntent.Resize(pixels(width), pixels(height)));
    for (int i = 0; i < images.size(); i++) {
      double x = i % across() * (width + GAP);
      double y = i / across() * (height + GAP);
      images.get(i).relocate(x, y);
      images.get(i).setFitWidth(width);
      images.get(i).setFitHeight(height);
      images.get(i).setVisible(i < pictures.size() && i < shown());
      label(i, x, y, width);
    }
    boolean wiping = state.arrangement() == Arrangement.WIPE && state.open();
    line.setVisible(wiping);
    line.resizeRelocate(state.wipe() * width - 1, 0, 2, height);
  }

  private int pixels(double length) {
    double scale =
        getScene() == null || getScene().getWindow() == null
            ? 1
            : getScene().getWindow().getOutputScaleX();
    return Math.max(1, (int) Math.round(scale * length));
  }

  /** In a wipe the first stands on the left, the second on the right. */
  private void label(int number, double x, double y, double width) {
    Label label = labels.get(number);
    String words = words(number);
    label.setText(words);
    label.setVisible(!words.isEmpty());
    double most = width - 2 * LABEL_INSET;
    double wanted = Math.min(most, label.prefWidth(-1));
    label.resize(wanted, label.prefHeight(wanted));
    boolean right = state.arrangement() == Arrangement.WIPE && number == 1;
    double left = right ? width - LABEL_INSET - label.getWidth() : x + LABEL_INSET;
    label.relocate(left, (right ? 0 : y) + LABEL_INSET);
  }

  private String words(int number) {
    if (!state.open()) {
      return "";
    }
    return switch (state.arrangement()) {
      case SIDE_BY_SIDE -> number >= state.panels().size() ? "" : name(number) + legend(number);
      case WIPE -> number > 1 ? "" : name(number == 0 ? state.first() : state.second());
      case DIFFERENCE ->
          number > 0 ? "" : name(state.first()) + " – " + name(state.second()) + legend(0);
    };
  }

  private String legend(int number) {
    return number < pictures.size() && !pictures.get(number).words().isEmpty()
        ? " · " + pictures.get(number).words()
        : "";
  }

  private String name(int number) {
    return state.panels().get(number).name();
  }

  private Camera camera() {
    return state.rig().orElseThrow().camera((int) pictureWidth(), (int) pictureHeight());
  }

  private double inPictureX(double x) {
    return x % (pictureWidth() + GAP);
  }

  private double inPictureY(double y) {
    return y % (pictureHeight() + GAP);
  }

  private void press(MouseEvent event) {
    press = event;
    held = state.rig().orElse(null);
    onLine =
        state.arrangement() == Arrangement.WIPE
            && Math.abs(event.getX() - state.wipe() * getWidth()) < NEAR_LINE;
    requestFocus();
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (held == null) {
      return;
    }
    if (onLine) {
      intents.accept(new CompareIntent.Wipe(event.getX() / getWidth()));
      return;
    }
    double right = event.getX() - press.getX();
    double down = event.getY() - press.getY();
    if (press.getButton() == MouseButton.PRIMARY) {
      double angle = Math.PI / Math.min(pictureWidth(), pictureHeight());
      move(held.orbit(-right * angle, down * angle));
    } else {
      double x = inPictureX(press.getX());
      double y = inPictureY(press.getY());
      Camera camera = held.camera((int) pictureWidth(), (int) pictureHeight());
      move(held.pan(camera, x, y, x + right, y + down, held.focusDistance()));
    }
  }

  private void release(MouseEvent event) {
    held = null;
    if (state.moving()) {
      rest.stop();
      intents.accept(new CompareIntent.Rest());
    }
  }

  private void scroll(ScrollEvent event) {
    if (state.rig().isEmpty() || event.getDeltaY() == 0) {
      return;
    }
    CameraRig rig = state.rig().get();
    double factor = Math.pow(NOTCH, -event.getDeltaY() / UNITS_A_NOTCH);
    double x = inPictureX(event.getX());
    double y = inPictureY(event.getY());
    move(rig.zoom(camera(), x, y, rig.focusDistance(), factor));
    rest.playFromStart();
    event.consume();
  }

  private void move(CameraRig rig) {
    intents.accept(new CompareIntent.Move(rig, true));
  }

  /** What is drawn, for tests. */
  List<Node> drawn() {
    return images.stream().filter(ImageView::isVisible).map(Node.class::cast).toList();
  }
}

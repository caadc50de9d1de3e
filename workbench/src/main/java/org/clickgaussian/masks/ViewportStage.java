package org.clickgaussian.masks;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.Overlay;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.ViewportIntent;
import org.clickgaussian.viewport.ViewportState;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.Framing;

/** The viewport: flies to views and lies the heat map over the one that it belongs to. */
final class ViewportStage implements MaskStage {
  private final ViewportFeature viewport;
  private Optional<HeatMap> heat = Optional.empty();
  private final Consumer<String> arrived;
  private Optional<String> lastView = Optional.empty();
  private WritableImage image;

  /**
   * A stage.
   *
   * @param arrived takes the view at which the camera has come to rest
   */
  ViewportStage(ViewportFeature viewport, Consumer<String> arrived) {
    this.viewport = viewport;
    this.arrived = arrived;
    viewport.viewport().addLayer(this::paint);
  }

  @Override
  public void fly(String view, ViewportMode mode) {
    viewport.controller().handle(new ViewportIntent.Show(mode));
    if (!standingAt().equals(Optional.of(view))) {
      viewport.controller().handle(new ViewportIntent.GoTo(view));
    }
  }

  @Override
  public Optional<String> standingAt() {
    return viewport.controller().state().view();
  }

  @Override
  public void lay(Optional<HeatMap> next) {
    if (heat.isEmpty() && next.isEmpty()) {
      return;
    }
    heat = next;
    image = next.map(ViewportStage::image).orElse(null);
    viewport.viewport().repaint();
  }

  /** Later, because the picture is being drawn. */
  private void tellArrival(Optional<String> view) {
    if (!view.equals(lastView)) {
      lastView = view;
      view.ifPresent(key -> Platform.runLater(() -> arrived.accept(key)));
    }
  }

  private static WritableImage image(HeatMap heat) {
    WritableImage image = new WritableImage(heat.width(), heat.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            heat.width(),
            heat.height(),
            PixelFormat.getIntArgbInstance(),
            heat.argb(),
            0,
            heat.width());
    return image;
  }

  private void paint(Overlay overlay) {
    ViewportState state = viewport.controller().state();
    if (state.moving()) {
      return;
    }
    tellArrival(state.view());
    if (heat.isEmpty()) {
      return;
    }
    state
        .standingAt()
        .filter(view -> view.key().equals(heat.get().view()))
        .ifPresent(
            view -> {
              Camera camera = overlay.projection().camera();
              Framing part = Framing.inside(view.camera(), camera.width(), camera.height());
              overlay
                  .graphics()
                  .drawImage(image, part.left(), part.top(), part.width(), part.height());
            });
  }
}

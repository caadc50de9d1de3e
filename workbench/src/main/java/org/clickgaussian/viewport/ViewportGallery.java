package org.clickgaussian.viewport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.ViewportIntent.Drag;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.frame.ViewportMode;

/** What the gallery shows of the viewport: every mode, the photo, two pictures, the cameras. */
final class ViewportGallery {
  private final ViewportController controller;
  private final Viewport viewport;

  ViewportGallery(ViewportController controller, Viewport viewport) {
    this.controller = controller;
    this.viewport = viewport;
  }

  List<GalleryStop> stops() {
    List<GalleryStop> stops = new ArrayList<>();
    for (ViewportMode mode : ViewportMode.values()) {
      stops.add(stop("mode-" + mode.key(), () -> showMode(mode)));
    }
    stops.add(stop("photo", this::showPhoto));
    stops.add(stop("side-by-side", this::showTwo));
    stops.add(stop("cameras-and-axes", this::showCameras));
    stops.add(stop("first-view", this::tidy));
    return stops;
  }

  private GalleryStop stop(String name, Runnable show) {
    return new GalleryStop(name, show, this::isReady);
  }

  private void showMode(ViewportMode mode) {
    controller.handle(new ViewportIntent.Show(mode));
    Camera camera = controller.camera().orElseThrow();
    PointerInput middle =
        new PointerInput(
            camera.width() / 2.0,
            camera.height() / 2.0,
            PointerInput.Button.NONE,
            0,
            false,
            false,
            false);
    controller.handle(new ViewportIntent.Point(Optional.of(middle), false));
  }

  private void showPhoto() {
    controller.handle(new ViewportIntent.Show(ViewportMode.COLOUR));
    toggleTo(Layer.PHOTO, true);
  }

  private void showTwo() {
    toggleTo(Layer.PHOTO, false);
    controller.handle(new ViewportIntent.Split(Optional.of(ViewportMode.CLUSTERS_COARSE)));
  }

  /** From outside, so that the cameras are seen. */
  private void showCameras() {
    controller.handle(new ViewportIntent.Split(Optional.empty()));
    toggleTo(Layer.FRUSTA, true);
    toggleTo(Layer.AXES, true);
    Camera camera = controller.camera().orElseThrow();
    double x = camera.width() / 2.0;
    double y = camera.height() / 2.0;
    controller.handle(new ViewportIntent.Grab(Drag.ORBIT, x, y));
    controller.handle(new ViewportIntent.DragTo(x + 0.15 * camera.width(), y));
    controller.handle(new ViewportIntent.LetGo());
  }

  private void tidy() {
    toggleTo(Layer.FRUSTA, false);
    toggleTo(Layer.AXES, false);
    controller.handle(new ViewportIntent.Home());
  }

  private void toggleTo(Layer layer, boolean shown) {
    if (controller.state().shows(layer) != shown) {
      controller.handle(new ViewportIntent.Toggle(layer));
    }
  }

  /** Whether the frame on the screen is what is wanted now, at rest. */
  private boolean isReady() {
    ViewportState state = controller.state();
    Optional<FrameRequest> shown = viewport.frame().map(ViewportFrame::request);
    Optional<Camera> camera = controller.camera();
    if (shown.isEmpty() || camera.isEmpty() || state.moving() || controller.flies()) {
      return false;
    }
    FrameRequest request = shown.get();
    Camera wanted = camera.get();
    return !request.moving()
        && request.mode() == state.drawn(state.mode())
        && request.camera().width() == wanted.width()
        && request.camera().height() == wanted.height()
        && Arrays.equals(
            request.camera().viewMatrix().translation(), wanted.viewMatrix().translation());
  }
}

package org.clickgaussian.viewport;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.image.ImageScaling;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.navigation.Framing;

/** Reads the photo of the view at which the camera stands, on a thread of its own, when wanted. */
final class PhotoShow implements AutoCloseable {
  /** Photos are kept no larger than this on either side: more than most screens show. */
  private static final int MOST_PIXELS = 2560;

  private static final Texts TEXTS = Texts.of("viewport");

  /** A photo that is wanted. */
  private record Wanted(SceneDocument document, View view) {
    boolean same(Wanted other) {
      return other != null && document == other.document && view == other.view;
    }
  }

  private final WorkbenchContext context;
  private final Runnable changed;
  private final LatestRequest<Wanted> reader;
  private Wanted wanted;
  private Wanted shown;
  private Image photo;

  /**
   * Starts the thread.
   *
   * @param changed is told when a photo has been read
   */
  PhotoShow(WorkbenchContext context, Runnable changed) {
    this.context = context;
    this.changed = changed;
    this.reader = new LatestRequest<>("photo", this::read);
  }

  /** Has the photo of a state read, if it wants one that is not there yet. */
  void want(ViewportState state, Optional<SceneDocument> document) {
    Optional<View> view = state.standingAt().filter(any -> state.shows(Layer.PHOTO));
    Wanted next =
        document
            .flatMap(scene -> view.map(v -> new Wanted(scene, v)))
            .filter(each -> each.document().folder().hasPhoto(each.view()))
            .orElse(null);
    if (next == null) {
      wanted = null;
      return;
    }
    if (!next.same(wanted)) {
      wanted = next;
      if (!next.same(shown)) {
        reader.submit(next);
      }
    }
  }

  private void read(Wanted request) {
    try {
      RgbImage image = request.document().folder().photo(request.view());
      Image small = Images.of(ImageScaling.fitting(image, MOST_PIXELS, MOST_PIXELS));
      context.tasks().onWindowThread(() -> arrived(request, small));
    } catch (RuntimeException e) {
      context
          .tasks()
          .onWindowThread(() -> FailedWork.report(context.tasks(), TEXTS.get("photo.task"), e));
    }
  }

  private void arrived(Wanted request, Image image) {
    shown = request;
    photo = image;
    changed.run();
  }

  /** Shows the photo on a layer if it is there and wanted; hides it otherwise. */
  void showOn(PhotoLayer layer, ViewportState state, double scale, ViewportController controller) {
    Optional<Camera> camera = controller.camera();
    if (wanted == null || !wanted.same(shown) || camera.isEmpty()) {
      layer.hide();
      return;
    }
    Framing framing =
        Framing.inside(wanted.view().camera(), camera.get().width(), camera.get().height());
    layer.show(photo, framing, scale, state.photoOpacity(), state.wipe());
  }

  /** Draws the photo as it is shown into a picture of a camera. */
  void draw(GraphicsContext graphics, Camera camera, ViewportState state) {
    if (wanted == null || !wanted.same(shown)) {
      return;
    }
    Framing part = Framing.inside(wanted.view().camera(), camera.width(), camera.height());
    graphics.save();
    graphics.setGlobalAlpha(state.photoOpacity());
    graphics.drawImage(
        photo,
        0,
        0,
        state.wipe() * photo.getWidth(),
        photo.getHeight(),
        part.left(),
        part.top(),
        state.wipe() * part.width(),
        part.height());
    graphics.restore();
  }

  @Override
  public void close() {
    reader.close();
  }
}

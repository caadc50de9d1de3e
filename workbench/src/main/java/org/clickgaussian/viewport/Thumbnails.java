package org.clickgaussian.viewport;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.image.Image;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.image.ImageScaling;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.navigation.Framing;
import org.clickgaussian.work.Progress;

/**
 * Makes small pictures of views: of their photos, or rendered where there is none.
 *
 * @param document the scene
 * @param views of which to make pictures
 * @param made takes each picture as soon as it is made, on the job's thread
 */
record Thumbnails(SceneDocument document, List<View> views, BiConsumer<View, Image> made)
    implements BackgroundJob<Integer> {
  /** The most pixels in a row. */
  static final int WIDTH = 96;

  /** The most pixels in a column. */
  static final int HEIGHT = 64;

  /** Pictures are made for screens with this many pixels to a unit of the layout. */
  private static final int SCALE = 2;

  private static final Texts TEXTS = Texts.of("viewport");

  @Override
  public Integer run(Progress progress) {
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      progress.update(i / (double) views.size(), TEXTS.get("strip.making", view.key()));
      RgbImage image =
          document.folder().hasPhoto(view) ? document.folder().photo(view) : rendered(view);
      made.accept(view, Images.of(ImageScaling.fitting(image, SCALE * WIDTH, SCALE * HEIGHT)));
    }
    return views.size();
  }

  private RgbImage rendered(View view) {
    Camera camera = view.camera();
    double scale =
        Math.min(
            SCALE * WIDTH / (double) camera.width(), SCALE * HEIGHT / (double) camera.height());
    int width = (int) Math.max(1, Math.round(scale * camera.width()));
    int height = (int) Math.max(1, Math.round(scale * camera.height()));
    Camera small = Framing.inside(camera, width, height).camera();
    return document.reading(
        () -> {
          try (SplattedView splatted = document.rasterizer().splat(small)) {
            Frame frame = splatted.frame(new float[3]);
            return RgbImage.ofFloats(width, height, frame.rgb());
          }
        });
  }
}

package org.clickgaussian.clusters;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Progress;

/**
 * Small renderings of training views with the Gaussian seen at each pixel: what pictures of any
 * clusters are cut from without rendering again. Of the scene as it was read, so that neither
 * hidden Gaussians nor other edits show.
 *
 * @param glances one for each view, at most {@value #MOST_VIEWS} of them, evenly spread
 */
record ViewGlances(List<Glance> glances) {
  /** Views at most. */
  static final int MOST_VIEWS = 48;

  /** Pixels in a row at most. */
  static final int WIDTH = 480;

  private static final Texts TEXTS = Texts.of("clusters");

  /**
   * A rendering.
   *
   * @param view key of the view
   * @param image what is seen
   * @param front the Gaussian at each pixel, −1 for none: int[pixels]
   */
  record Glance(String view, RgbImage image, int[] front) {}

  /** Renders; from any thread but the window's. */
  static ViewGlances make(SceneDocument document, RunSession run, Progress progress) {
    List<String> keys = run.learnt().config().trainingViews();
    int step = Math.max(1, Math.ceilDiv(keys.size(), MOST_VIEWS));
    List<Glance> glances = new ArrayList<>();
    CpuRasterizer rasterizer =
        document.reading(() -> new CpuRasterizer(document.original(), document.workers()));
    try (rasterizer) {
      for (int v = 0; v < keys.size(); v += step) {
        String key = keys.get(v);
        progress.update(v / (double) keys.size(), TEXTS.get("task.glancing", key));
        glances.add(document.reading(() -> glance(document, rasterizer, key)));
      }
    }
    return new ViewGlances(glances);
  }

  private static Glance glance(SceneDocument document, CpuRasterizer rasterizer, String key) {
    Camera full = document.folder().view(key).camera();
    int width = Math.min(WIDTH, full.width());
    int height = Math.max(1, (int) Math.round(full.height() * (width / (double) full.width())));
    try (SplattedView view = rasterizer.splat(full.resized(width, height))) {
      float[] rgb = view.frame(new float[3]).rgb();
      return new Glance(key, RgbImage.ofFloats(width, height, rgb), view.frontGaussians());
    }
  }
}

package org.clickgaussian.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Measures how fast a scene is read and rendered. */
public final class SceneBenchmark {

  private static final double WARM_UP = 4;
  private static final double MEASURED = 6;

  private final OpenScene scene;
  private final Workers workers;

  /** A benchmark of a scene. */
  public SceneBenchmark(OpenScene scene, Workers workers) {
    this.scene = scene;
    this.workers = workers;
  }

  /** Reading the splat file again and again, so from the page cache. */
  public Measurement reading(Progress progress) {
    Path file = scene.folder().splatFile();
    progress.update(0, "reading " + file.getFileName());
    Timings times =
        Timings.of(
            WARM_UP / 2,
            MEASURED / 2,
            () -> SplatFormats.read(file, workers, progress).scene().close());
    return new Measurement(
        "read the splat from the page cache",
        times.median(),
        "s",
        String.format(
            Locale.ROOT, "%,d Gaussians; %s", scene.gaussians().count(), times.describe()));
  }

  /** Whole frames: projection, sorting and blending, from one view after the other. */
  public List<Measurement> rendering(Progress progress) {
    List<View> views = scene.folder().requireViews();
    progress.update(0, "rendering colour");
    Cursor colours = new Cursor(views);
    Timings rgb =
        Timings.of(
            WARM_UP,
            MEASURED,
            () -> {
              progress.update(0.2, "rendering colour");
              try (SplattedView view = scene.rasterizer().splat(colours.next().camera())) {
                view.frame(new float[3]);
              }
            });
    Timings channels = channels(views, progress);
    String size =
        "%d × %d".formatted(views.getFirst().camera().width(), views.getFirst().camera().height());
    List<Measurement> found = new ArrayList<>();
    found.add(
        new Measurement("render colour, " + size, 1 / rgb.median(), "frames/s", rgb.describe()));
    found.add(
        new Measurement(
            "render 24 channels, " + size,
            channels.median() / rgb.median(),
            "times colour",
            channels.describe()));
    return found;
  }

  private Timings channels(List<View> views, Progress progress) {
    FeatureLayout layout = FeatureLayout.PAPER;
    // What the features are does not matter: zeros blend as slowly as anything else.
    try (FeatureField field = new FeatureField(scene.gaussians().count(), layout)) {
      Cursor cursor = new Cursor(views);
      return Timings.of(
          WARM_UP,
          MEASURED,
          () -> {
            progress.update(0.6, "rendering 24 channels");
            try (SplattedView view = scene.rasterizer().splat(cursor.next().camera())) {
              view.channels(field.table(), layout.dimensions());
            }
          });
    }
  }

  /** Goes through views in an order that mixes them. */
  private static final class Cursor {
    private final List<View> views;
    private int next;

    Cursor(List<View> views) {
      this.views = views;
    }

    View next() {
      next = (next + 7) % views.size();
      return views.get(next);
    }
  }
}

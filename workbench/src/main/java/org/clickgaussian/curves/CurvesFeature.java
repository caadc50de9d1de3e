package org.clickgaussian.curves;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.runs.RunSelection;
import org.clickgaussian.text.Texts;

/** The curves of runs as the window takes them in: the pane and its actions. */
public final class CurvesFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("curves");

  private final CurvesController controller;
  private final CurvesPane pane;

  private CurvesFeature(WorkbenchContext context, RunSelection selection) {
    AtomicReference<CurvesPane> shown = new AtomicReference<>();
    this.controller =
        new CurvesController(
            context,
            selection,
            state -> {
              if (shown.get() != null) {
                shown.get().show(state);
              }
            });
    CurveExports exports =
        new CurveExports(
            context, controller, drawn -> shown.get().ink().argb(drawn), () -> picture());
    CurvesActions.register(context.actions(), controller, exports);
    this.pane =
        new CurvesPane(
            new CurvesPane.Charts() {
              @Override
              public ChartContent chart(CurveGroup group) {
                return controller.chart(group);
              }

              @Override
              public List<String> columns(CurveGroup group) {
                return controller.columns(group);
              }
            },
            controller::handle,
            context.actions());
    shown.set(pane);
    pane.show(controller.state());
  }

  /**
   * Makes the curves and registers their actions.
   *
   * @param selection the runs that are compared
   */
  public static CurvesFeature create(WorkbenchContext context, RunSelection selection) {
    return new CurvesFeature(context, selection);
  }

  /** Answers intents, and tells what is shown. */
  public CurvesController controller() {
    return controller;
  }

  /** The charts on the ground that they stand on. */
  private RgbImage picture() {
    Node charts = pane.picture();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(pane.ink().card());
    WritableImage snapshot = charts.snapshot(parameters, null);
    int width = (int) snapshot.getWidth();
    int height = (int) snapshot.getHeight();
    PixelReader reader = snapshot.getPixelReader();
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int argb = reader.getArgb(i % width, i / width);
      pixels[3 * i] = (byte) (argb >> 16);
      pixels[3 * i + 1] = (byte) (argb >> 8);
      pixels[3 * i + 2] = (byte) argb;
    }
    return new RgbImage(width, height, pixels);
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("curves", TEXTS.get("pane.title"), FeaturePane.Place.BOTTOM, pane));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return List.of();
  }

  @Override
  public void close() {
    pane.close();
    controller.close();
  }
}

package org.clickgaussian.curves;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.CurveTable;
import org.clickgaussian.curves.paint.DrawnCurve;
import org.clickgaussian.curves.paint.SvgChart;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.text.Texts;

/** Writes the charts that are shown to files. */
final class CurveExports {
  private static final Texts TEXTS = Texts.of("curves");

  private final WorkbenchContext context;
  private final CurvesController controller;
  private final ToIntFunction<DrawnCurve> colours;
  private final Supplier<RgbImage> picture;

  /**
   * Exports.
   *
   * @param colours RGB of a curve on a white ground
   * @param picture takes a picture of the charts
   */
  CurveExports(
      WorkbenchContext context,
      CurvesController controller,
      ToIntFunction<DrawnCurve> colours,
      Supplier<RgbImage> picture) {
    this.context = context;
    this.controller = controller;
    this.colours = colours;
    this.picture = picture;
  }

  private List<ChartContent> charts() {
    return controller.state().groups().stream().sorted().map(controller::chart).toList();
  }

  private Optional<Path> file(String kind) {
    return context.choosers().save(TEXTS.get("action." + kind), "curves." + kind, List.of(kind));
  }

  void csv() {
    file("csv")
        .ifPresent(
            file -> {
              List<ChartContent> charts = charts();
              AtomicFile.write(file, stream -> CurveTable.write(charts, stream));
              saved(file);
            });
  }

  void svg() {
    file("svg")
        .ifPresent(
            file -> {
              List<ChartContent> charts = charts();
              String svg =
                  SvgChart.of(
                      charts,
                      colours,
                      drawn -> drawn.run() + " · " + CurveNames.column(drawn.column()));
              AtomicFile.write(file, stream -> stream.write(svg.getBytes(StandardCharsets.UTF_8)));
              saved(file);
            });
  }

  void png() {
    RgbImage image = picture.get();
    file("png")
        .ifPresent(
            file ->
                context
                    .tasks()
                    .submit(
                        TEXTS.get("action.png"),
                        progress -> {
                          ImageFiles.writePng(file, image);
                          return file;
                        },
                        this::saved));
  }

  private void saved(Path file) {
    context.notices().accept(TEXTS.get("saved", file));
  }
}

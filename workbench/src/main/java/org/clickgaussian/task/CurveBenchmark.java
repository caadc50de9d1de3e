package org.clickgaussian.task;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.DoubleColumn;
import org.clickgaussian.curves.data.Smoothing;
import org.clickgaussian.curves.paint.AxisRange;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.ChartPainter;
import org.clickgaussian.curves.paint.CurvePainter;
import org.clickgaussian.curves.paint.DrawnCurve;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.work.Progress;

/**
 * Measures drawing the curves of many long runs while a hand pans: each smoothed, what was measured
 * faint behind it, the vertical axis fitted anew for every frame, up to the buffer that the window
 * shows, but without the window. Beside it the floor: filling as many pixels as were written.
 */
public final class CurveBenchmark {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 500;
  private static final double SMOOTHING = 0.6;

  /** Of each column of pixels at least the smallest and the largest number are read. */
  private static final int BYTES_A_COLUMN = 2 * Double.BYTES;

  private final int runs;
  private final int points;
  private final double seconds;

  /** Twenty runs of 100,000 points. */
  public CurveBenchmark() {
    this(20, 100_000, 2);
  }

  CurveBenchmark(int runs, int points, double seconds) {
    this.runs = runs;
    this.points = points;
    this.seconds = seconds;
  }

  /** Measures all. */
  public List<Measurement> run(Progress progress) {
    List<Measurement> found = new ArrayList<>();
    progress.update(0, "making curves");
    long began = System.nanoTime();
    List<DrawnCurve> curves = curves();
    String size = String.format(Locale.ROOT, "%d runs of %,d points", runs, points);
    found.add(
        new Measurement(
            "making, smoothing and indexing curves",
            (System.nanoTime() - began) * 1e-6,
            "ms",
            size + ", once, cold"));
    found.add(smoothing(curves, size));
    progress.update(0.3, "panning");
    found.addAll(pan("panning, half the length in sight", curves, 0.5));
    progress.update(0.65, "panning");
    found.addAll(pan("panning, a hundredth in sight", curves, 0.01));
    return found;
  }

  private List<DrawnCurve> curves() {
    List<DrawnCurve> curves = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      RandomStream random = new RandomStream(0, "benchmark curve", run);
      DoubleColumn x = new DoubleColumn();
      DoubleColumn y = new DoubleColumn();
      for (int i = 0; i < points; i++) {
        x.add(i + 1);
        y.add(2 * Math.exp(-3.0 * i / points) + 0.05 * run + 0.4 * random.nextInt(1000) / 1000);
      }
      Curve plain = new Curve(x, y);
      Curve line = new Curve(x, new Smoothing(y, SMOOTHING).follow());
      plain.pyramid(AxisScale.LINEAR);
      line.pyramid(AxisScale.LINEAR);
      curves.add(new DrawnCurve("run", "loss", run, 0, line, Optional.of(plain), Optional.empty()));
    }
    return curves;
  }

  /** What a move of the smoothing's slider costs. */
  private Measurement smoothing(List<DrawnCurve> curves, String size) {
    Timings times =
        Timings.of(
            seconds / 2,
            seconds / 2,
            () -> {
              for (DrawnCurve drawn : curves) {
                Curve plain = drawn.faint().orElseThrow();
                new Curve(plain.x(), new Smoothing(plain.y(), 0.9).follow())
                    .pyramid(AxisScale.LINEAR);
              }
            });
    return new Measurement(
        "another smoothing, median", 1e3 * times.median(), "ms", size + "; " + times.describe());
  }

  /** Of this thread, in nanoseconds: what a frame takes whatever else the machine does. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private List<Measurement> pan(String name, List<DrawnCurve> curves, double part) {
    CurvePainter painter = new CurvePainter(new int[WIDTH * HEIGHT], WIDTH, HEIGHT);
    AxisRange whole = ChartContent.wholeWidth(curves, AxisScale.LINEAR);
    int[] frame = {0};
    List<Double> busy = new ArrayList<>();
    Timings times =
        Timings.of(
            seconds / 2,
            seconds,
            () -> {
              long began = processorTime();
              double at = (1 - part) * (frame[0]++ % 97) / 97.0;
              AxisRange across = whole.part(at, at + part);
              AxisRange up = ChartContent.fittingHeight(curves, across, AxisScale.LINEAR);
              ChartContent content = new ChartContent("", "", curves, List.of(), across, up);
              ChartPainter.paint(content, painter, drawn -> 0xFF000000 | drawn.colour(), 1);
              busy.add((processorTime() - began) * 1e-9);
            });
    // Those of the warm-up are left out.
    List<Double> last = busy.subList(busy.size() - times.seconds().length, busy.size());
    long written = painter.written() / frame[0];
    long columns = 2L * curves.size() * WIDTH;
    int[] pixels = new int[(int) Math.max(1, written)];
    int[] colour = {0};
    Timings fill = Timings.of(seconds / 4, seconds / 4, () -> Arrays.fill(pixels, colour[0]++));
    String detail =
        String.format(
            Locale.ROOT,
            "%d curves in %d x %d; %s; processor time %s",
            2 * curves.size(),
            WIDTH,
            HEIGHT,
            times.describe(),
            Timings.ofSeconds(last).describe());
    return List.of(
        new Measurement(name, 1 / times.median(), "frames/s", detail),
        new Measurement(
            "  floor of it",
            1 / fill.median(),
            "frames/s",
            String.format(
                Locale.ROOT,
                "filling the %,d pixels written a frame; at least %,d bytes are read",
                written,
                columns * BYTES_A_COLUMN)));
  }
}

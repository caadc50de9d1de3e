package org.clickgaussian.curves;

import java.nio.file.Path;
import org.clickgaussian.curves.data.Across;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.AxisRange;

/** What a person wants of the curves. */
public sealed interface CurvesIntent {
  /** A run is compared with others, or no longer. */
  record Pick(Path run, boolean wanted) implements CurvesIntent {}

  /** A chart is shown, or no longer. */
  record ShowChart(CurveGroup group, boolean wanted) implements CurvesIntent {}

  /** A picked run is not drawn for now, or again. */
  record HideRun(Path run) implements CurvesIntent {}

  /** Of the picked runs this one alone is drawn, or all again. */
  record SoloRun(Path run) implements CurvesIntent {}

  /** The curves of a column are not drawn for now, or again. */
  record HideColumn(String column) implements CurvesIntent {}

  /** Of the columns of a chart this one alone is drawn, or all again. */
  record SoloColumn(CurveGroup group, String column) implements CurvesIntent {}

  /** Terms of the loss are multiplied by their weights, or not. */
  record Weigh(boolean wanted) implements CurvesIntent {}

  /** Runs that differ by the seed alone are drawn as mean and deviation, or each. */
  record Average(boolean wanted) implements CurvesIntent {}

  /** Curves are smoothed; weight of the past from 0 to below 1. */
  record Smooth(double weight) implements CurvesIntent {}

  /** Another horizontal axis. */
  record Measure(Across across) implements CurvesIntent {}

  /** Other scales; the parts of the axes are whole again. */
  record Scale(AxisScale across, AxisScale up) implements CurvesIntent {}

  /** A part of the horizontal axis, in all charts. */
  record LookAcross(AxisRange across) implements CurvesIntent {}

  /** A part of both axes; the horizontal one in all charts. */
  record LookAt(CurveGroup group, AxisRange across, AxisRange up) implements CurvesIntent {}

  /** The whole of both axes, in all charts. */
  record Reset() implements CurvesIntent {}

  /** Look whether runs have grown. */
  record Refresh() implements CurvesIntent {}
}

package org.clickgaussian.curves;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.AxisRange;

/**
 * The parts of the axes that a person wants to see. Immutable.
 *
 * @param across of the horizontal axis of all charts; empty for as much as there is
 * @param up of the vertical axis of some charts; the others fit their curves
 */
record ChartView(Optional<AxisRange> across, Map<CurveGroup, AxisRange> up) {
  /** All of everything. */
  static final ChartView WHOLE = new ChartView(Optional.empty(), Map.of());

  ChartView withAcross(AxisRange range) {
    return new ChartView(Optional.of(range), up);
  }

  ChartView withUp(CurveGroup group, AxisRange range) {
    Map<CurveGroup, AxisRange> next = new HashMap<>(up);
    next.put(group, range);
    return new ChartView(across, next);
  }
}

package org.clickgaussian.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepLosses;

/**
 * What one iteration measured: a number for each column of {@code metrics.csv}.
 *
 * @param iteration the iteration, the first is 1
 * @param values column name → value, in the order of the columns
 */
public record MetricsRow(int iteration, Map<String, Double> values) {

  /** The losses of an iteration, unweighted, with their weighted total. */
  public static MetricsRow of(
      int iteration,
      double seconds,
      StepLosses losses,
      LossSettings settings,
      double learningRate) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("seconds", seconds);
    values.put("loss/total", losses.total(settings));
    values.put("loss/positive-coarse", losses.positiveCoarse());
    values.put("loss/positive-fine", losses.positiveFine());
    values.put("loss/negative-coarse", losses.negativeCoarse());
    values.put("loss/negative-fine", losses.negativeFine());
    values.put("loss/gfl-positive", losses.globalPositive());
    values.put("loss/gfl-negative", losses.globalNegative());
    values.put("loss/norm-3d", losses.hypersphere());
    values.put("loss/norm-2d", losses.renderedNorm());
    values.put("loss/spatial", losses.spatial());
    values.put("gfl/assigned-coarse", losses.assignedCoarse());
    values.put("gfl/assigned-fine", losses.assignedFine());
    values.put("culled-pairs", losses.culledShare());
    values.put("learning-rate", learningRate);
    return new MetricsRow(iteration, values);
  }
}

package org.clickgaussian.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;

/**
 * What one iteration measured: a number for each column of {@code metrics.csv}.
 *
 * @param iteration the iteration, the first is 1
 * @param values column name → value, in the order of the columns
 */
public record MetricsRow(int iteration, Map<String, Double> values) {

  /** The losses of an iteration, unweighted, with their weighted total. */
  public static MetricsRow of(
      TrainingState state, double seconds, StepLosses losses, TrainingSettings settings) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("seconds", seconds);
    values.put("loss/total", losses.total(settings.losses()));
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
    values.put("gfl/clusters-coarse", count(state.coarseCandidates()));
    values.put("gfl/clusters-fine", count(state.fineCandidates()));
    values.put("culled-pairs", losses.culledShare());
    values.put("learning-rate", settings.get(Hyperparameter.LEARNING_RATE));
    return new MetricsRow(state.iteration(), values);
  }

  private static double count(Candidates candidates) {
    return candidates == null ? Double.NaN : candidates.count();
  }
}

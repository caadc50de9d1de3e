package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.TrainingForecast;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.tuning.QueuedTraining.Standing;

/**
 * What the pane shows.
 *
 * @param hint why nothing can be trained; empty if something can
 * @param masks the mask sets of the scene
 * @param draft the run that is being prepared
 * @param forecast of the draft; empty while not measured, or out of date
 * @param forecasting whether it is being measured
 * @param steering whether the settings shown are those of the training
 * @param active the training that goes on
 * @param queue all trainings of this window
 * @param runs the scene's runs that are not being trained
 * @param live whether the viewport shows the training
 */
public record TuningState(
    String hint,
    List<Path> masks,
    RunDraft draft,
    Optional<TrainingForecast> forecast,
    boolean forecasting,
    boolean steering,
    Optional<Active> active,
    List<Row> queue,
    List<RunRecord> runs,
    boolean live) {

  /**
   * The training that goes on.
   *
   * @param name of its run
   * @param standing whether it trains, waits or ends
   * @param progress how far it is
   * @param told the settings in force; null before they are known
   * @param wanted changes asked for that are not in effect yet
   * @param changes changes so far, as recorded
   * @param learning what learns; empty before that is known
   */
  public record Active(
      String name,
      Standing standing,
      TrainingProgress progress,
      TrainingSettings told,
      Map<Hyperparameter, Double> wanted,
      List<SettingChange> changes,
      Optional<RunningTraining.Learning> learning) {
    /** The value in force, or asked for. */
    double value(Hyperparameter parameter) {
      return wanted.getOrDefault(parameter, told.get(parameter));
    }
  }

  /**
   * A training in the list.
   *
   * @param name of its run
   * @param standing how it stands
   * @param goesOn whether it goes on with a run that was begun before
   */
  public record Row(String name, Standing standing, boolean goesOn) {}

  /** The settings that are shown: of the training or of the draft. */
  Optional<Active> steered() {
    return steering ? active.filter(each -> each.told() != null) : Optional.empty();
  }
}

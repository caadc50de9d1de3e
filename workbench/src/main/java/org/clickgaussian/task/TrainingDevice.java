package org.clickgaussian.task;

import java.util.Optional;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.io.InputException;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.training.BackendChoice;

/**
 * The device that a training is planned for. Nothing fails in the window because there is no
 * graphics processor: the processor takes its place, and it is said why.
 *
 * @param backend name of the training backend; empty to go on as the run began
 * @param reason why it is the processor although a graphics processor was asked for
 */
public record TrainingDevice(Optional<String> backend, Optional<String> reason) {
  /**
   * Chooses.
   *
   * @param wanted what was asked for
   * @param goesOn whether a run goes on that was begun before: that stays on its device, unless
   *     another one is named
   */
  public static TrainingDevice of(Backend wanted, boolean goesOn) {
    if (wanted == Backend.AUTO) {
      return new TrainingDevice(
          goesOn ? Optional.empty() : Optional.of(BackendChoice.AUTO), Optional.empty());
    }
    if (wanted == Backend.GL) {
      try (RenderingDevice there = RenderingDevice.open(Backend.GL)) {
        return new TrainingDevice(Optional.of(BackendChoice.GL), there.reason());
      } catch (InputException e) {
        return new TrainingDevice(Optional.of(BackendChoice.CPU), Optional.of(e.getMessage()));
      }
    }
    return new TrainingDevice(Optional.of(BackendChoice.CPU), Optional.empty());
  }

  /** A plan for this device. The slow readable backend stays what a run began on. */
  public TrainingPlan applyTo(TrainingPlan plan) {
    boolean readable = plan.config().backend().equals(BackendChoice.REFERENCE);
    return backend.filter(each -> !readable).map(plan::onBackend).orElse(plan);
  }
}

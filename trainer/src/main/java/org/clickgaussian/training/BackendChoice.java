package org.clickgaussian.training;

import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.loss.KernelOptions;
import org.clickgaussian.loss.NearestNeighbours;
import org.clickgaussian.reference.ReferenceBackend;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Opens the learner of a name: {@code cpu}, the fast one, or {@code reference}. */
public final class BackendChoice {
  /** The fast backend. */
  public static final String CPU = "cpu";

  /** The readable backend, for small scenes. */
  public static final String REFERENCE = "reference";

  private BackendChoice() {}

  /**
   * Opens a learner for a run's scene; finds the neighbours of Eq. 12.
   *
   * @param times where the learner counts its time
   * @throws InputException if there is no backend of this name
   */
  public static Learner open(
      String name,
      TrainingScene scene,
      TrainingSettings settings,
      Workers workers,
      StageTimes times,
      Progress progress) {
    if (!name.equals(CPU) && !name.equals(REFERENCE)) {
      throw new InputException(
          "there is no backend \"" + name + "\"; the backends are cpu and reference");
    }
    GaussianScene gaussians = scene.gaussians();
    int[] neighbours =
        times.measure("neighbours", () -> neighbours(gaussians, settings, workers, progress));
    KernelOptions options = new KernelOptions(settings.getInt(Hyperparameter.SPATIAL_SAMPLE), true);
    GradientBackend backend =
        name.equals(REFERENCE)
            ? new ReferenceBackend(settings.layout(), neighbours, options.spatialSamples())
            : new KernelBackend(gaussians.count(), settings.layout(), neighbours, workers, options);
    long floats = (long) gaussians.count() * settings.layout().dimensions();
    return new HostLearner(name, backend, floats, workers, times);
  }

  private static int[] neighbours(
      GaussianScene gaussians, TrainingSettings settings, Workers workers, Progress progress) {
    return NearestNeighbours.find(
        gaussians.positions(),
        gaussians.count(),
        settings.getInt(Hyperparameter.SPATIAL_NEIGHBOURS),
        workers,
        (fraction, message) -> progress.update(0, message));
  }
}

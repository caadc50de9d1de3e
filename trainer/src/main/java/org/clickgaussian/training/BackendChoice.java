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

/** Opens the gradient backend of a name: {@code cpu}, the fast one, or {@code reference}. */
public final class BackendChoice {
  /** The fast backend. */
  public static final String CPU = "cpu";

  /** The readable backend, for small scenes. */
  public static final String REFERENCE = "reference";

  private BackendChoice() {}

  /**
   * Opens a backend for a run's scene; finds the neighbours of Eq. 12.
   *
   * @throws InputException if there is no backend of this name
   */
  public static GradientBackend open(
      String name,
      TrainingScene scene,
      TrainingSettings settings,
      Workers workers,
      Progress progress) {
    if (!name.equals(CPU) && !name.equals(REFERENCE)) {
      throw new InputException(
          "there is no backend \"" + name + "\"; the backends are cpu and reference");
    }
    GaussianScene gaussians = scene.gaussians();
    int[] neighbours =
        NearestNeighbours.find(
            gaussians.positions(),
            gaussians.count(),
            settings.getInt(Hyperparameter.SPATIAL_NEIGHBOURS),
            workers,
            (fraction, message) -> progress.update(0, message));
    KernelOptions options = new KernelOptions(settings.getInt(Hyperparameter.SPATIAL_SAMPLE), true);
    if (name.equals(REFERENCE)) {
      return new ReferenceBackend(settings.layout(), neighbours, options.spatialSamples());
    }
    return new KernelBackend(gaussians.count(), settings.layout(), neighbours, workers, options);
  }
}

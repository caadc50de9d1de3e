package org.clickgaussian.training;

import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlDevices;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.loss.KernelOptions;
import org.clickgaussian.loss.NearestNeighbours;
import org.clickgaussian.reference.ReferenceBackend;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.device.DeviceCheck;
import org.clickgaussian.splat.device.UntrustedDeviceException;
import org.clickgaussian.training.gl.GlLearner;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Opens the learner of a name: {@code cpu}, {@code gl} (OpenGL on whatever device there is, also on
 * a driver that computes on the processor), {@code auto} (a graphics processor if there is one,
 * else the processor), or {@code reference}.
 */
public final class BackendChoice {
  /** A graphics processor if there is one, else the processor. */
  public static final String AUTO = "auto";

  /** OpenGL. */
  public static final String GL = GlLearner.NAME;

  /** The processor. */
  public static final String CPU = "cpu";

  /** The readable backend, for small scenes. */
  public static final String REFERENCE = "reference";

  private final TrainingScene scene;
  private final TrainingSettings settings;
  private final Workers workers;
  private final StageTimes times;

  /** Why it is not OpenGL, once that was tried. */
  private Optional<String> reason = Optional.empty();

  private BackendChoice(
      TrainingScene scene, TrainingSettings settings, Workers workers, StageTimes times) {
    this.scene = scene;
    this.settings = settings;
    this.workers = workers;
    this.times = times;
  }

  /**
   * Opens a learner for a run's scene; finds the neighbours of Eq. 12.
   *
   * @param times where the learner counts its time
   * @param notices hears a sentence when something else is opened than was asked for
   * @throws InputException if there is no backend of this name, or {@code gl} is asked for where
   *     there is no OpenGL
   */
  public static Learner open(
      String name,
      TrainingScene scene,
      TrainingSettings settings,
      Workers workers,
      StageTimes times,
      Consumer<String> notices,
      Progress progress) {
    requireKnown(name);
    BackendChoice choice = new BackendChoice(scene, settings, workers, times);
    int[] neighbours = times.measure("neighbours", () -> choice.neighbours(progress));
    Optional<Learner> onGl =
        name.equals(GL) || name.equals(AUTO)
            ? choice.onGl(name, neighbours, notices)
            : Optional.empty();
    return onGl.orElseGet(
        () -> choice.onHost(name.equals(REFERENCE) ? REFERENCE : CPU, neighbours));
  }

  /**
   * Refuses what is no backend.
   *
   * @throws InputException if there is no backend of this name
   */
  public static void requireKnown(String name) {
    switch (name) {
      case AUTO, GL, CPU, REFERENCE -> {}
      default ->
          throw new InputException(
              "there is no backend \"" + name + "\"; the backends are auto, gl, cpu and reference");
    }
  }

  private Optional<Learner> onGl(String name, int[] neighbours, Consumer<String> notices) {
    Optional<GlContext> context = context(name, notices);
    if (context.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          GlLearner.open(context.get(), scene, settings, neighbours, workers, times));
    } catch (GlException e) {
      context.get().close();
      reason = Optional.of(e.getMessage());
      notices.accept(e.getMessage() + "; the training goes on on the processor");
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      context.get().close();
      throw e;
    }
  }

  private Optional<GlContext> context(String name, Consumer<String> notices) {
    GlDevices devices = name.equals(GL) ? GlDevices.ANY : GlDevices.HARDWARE;
    try {
      return Optional.of(DeviceCheck.require(GlContext.open(devices)));
    } catch (GlException e) {
      if (name.equals(GL)) {
        throw new InputException(e.getMessage() + "; train with the backend cpu instead", e);
      }
      if (e instanceof UntrustedDeviceException) {
        notices.accept(e.getMessage() + "; the training goes on on the processor");
      }
      // "auto" asks whether there is a graphics processor; that there is none is an answer.
      reason = Optional.of(e.getMessage());
      return Optional.empty();
    }
  }

  private Learner onHost(String name, int[] neighbours) {
    KernelOptions options = new KernelOptions(settings.getInt(Hyperparameter.SPATIAL_SAMPLE), true);
    int count = scene.gaussians().count();
    GradientBackend backend =
        name.equals(REFERENCE)
            ? new ReferenceBackend(settings.layout(), neighbours, options.spatialSamples())
            : new KernelBackend(count, settings.layout(), neighbours, workers, options);
    long floats = (long) count * settings.layout().dimensions();
    return new HostLearner(name, backend, floats, workers, times, reason);
  }

  private int[] neighbours(Progress progress) {
    GaussianScene gaussians = scene.gaussians();
    return NearestNeighbours.find(
        gaussians.positions(),
        gaussians.count(),
        settings.getInt(Hyperparameter.SPATIAL_NEIGHBOURS),
        workers,
        (fraction, message) -> progress.update(0, message));
  }
}

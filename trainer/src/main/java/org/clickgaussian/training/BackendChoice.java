package org.clickgaussian.training;

import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlDevices;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.gl.GpuReport;
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
   * Opens a learner for a run's scene; finds the neighbours of Eq. 12. The first iteration of one
   * on OpenGL is computed by the processor as well; where they differ that iteration fails with an
   * {@link UntrustedDeviceException}.
   *
   * @param request the backend, and how much its device may be given; where its memory is short, it
   *     is given less
   * @param times where the learner counts its time
   * @param notices hears a sentence when something else is opened than was asked for
   * @throws InputException if there is no backend of this name, or {@code gl} is asked for where
   *     there is no OpenGL
   */
  public static Learner open(
      LearnerRequest request,
      TrainingScene scene,
      TrainingSettings settings,
      Workers workers,
      StageTimes times,
      Consumer<String> notices,
      Progress progress) {
    String name = request.backend();
    requireKnown(name);
    BackendChoice choice = new BackendChoice(scene, settings, workers, times);
    int[] neighbours = times.measure("neighbours", () -> choice.neighbours(progress));
    Optional<Learner> onGl =
        name.equals(GL) || name.equals(AUTO)
            ? choice.onGl(request, neighbours, notices)
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

  private Optional<Learner> onGl(
      LearnerRequest request, int[] neighbours, Consumer<String> notices) {
    Optional<GlContext> context = context(request.backend(), notices);
    if (context.isEmpty()) {
      return Optional.empty();
    }
    try {
      request.deviceLimit().ifPresent(context.get()::limitMemory);
      GlLearner learner = withWhatFits(context.get(), request, neighbours, notices);
      return Optional.of(checked(learner, context.get().report(), neighbours));
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

  /** Gives the device the largest share of the work that its memory suffices for. */
  private GlLearner withWhatFits(
      GlContext context, LearnerRequest request, int[] neighbours, Consumer<String> notices) {
    GlMemoryException first = null;
    DeviceShare share = request.share();
    while (true) {
      try {
        GlLearner learner =
            GlLearner.open(context, scene, settings, neighbours, workers, times, share);
        if (first == null) {
          learner.shortage(request.keepable()).ifPresent(notices);
        } else {
          notices.accept(
              "%s; %s, which takes %s there"
                  .formatted(
                      first.getMessage(),
                      share.describe(),
                      ByteCount.words(learner.neededBytes())));
        }
        return learner;
      } catch (GlMemoryException e) {
        first = first == null ? e : first;
        share = share.less().orElseThrow(() -> e);
      }
    }
  }

  private Learner checked(GlLearner learner, GpuReport device, int[] neighbours) {
    String name = "%s (driver %s)".formatted(device.renderer(), device.version());
    return new CheckedLearner(
        learner, learner, name, () -> onProcessor(neighbours), workers, times);
  }

  private KernelBackend onProcessor(int[] neighbours) {
    KernelOptions options = new KernelOptions(settings.getInt(Hyperparameter.SPATIAL_SAMPLE), true);
    int count = scene.gaussians().count();
    return new KernelBackend(count, settings.layout(), neighbours, workers, options);
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
    GradientBackend backend =
        name.equals(REFERENCE)
            ? new ReferenceBackend(
                settings.layout(), neighbours, settings.getInt(Hyperparameter.SPATIAL_SAMPLE))
            : onProcessor(neighbours);
    long floats = (long) scene.gaussians().count() * settings.layout().dimensions();
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

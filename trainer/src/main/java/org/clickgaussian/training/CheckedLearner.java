package org.clickgaussian.training;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Supplier;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.device.UntrustedDeviceException;
import org.clickgaussian.work.Workers;

/**
 * A learner on a device that the processor follows for a few iterations: the first, one that comes
 * when pairs of pixels have come above the margins of Eq. 4, and the first with candidates (Eq. 7
 * and 8). The blend weights of the first view that it draws are compared as well. A device that
 * computes wrongly must not spoil a run. What a comparison takes in memory is freed at once.
 */
public final class CheckedLearner implements Learner {
  /** Iterations before the one in which pairs are above the margins. */
  private static final int PAIRS_APART = 100;

  private final Learner learner;
  private final RemoteTables tables;
  private final String device;
  private final Workers workers;
  private final StageTimes times;
  private final Supplier<GradientBackend> processor;
  private Rasterizer given;
  private Runnable check;
  private int begun;
  private int compared;
  private boolean guided;
  private StepLosses last;
  private Optional<WeightComparison> ofWeights = Optional.empty();
  private Optional<StepComparison> ofStep = Optional.empty();

  /**
   * A learner that is checked.
   *
   * @param learner learns; closed with this
   * @param tables where it learns
   * @param device its name and its driver's, for people
   * @param processor opens what computes the same on the processor; closed after each iteration
   * @param times where the time of the check is counted
   */
  public CheckedLearner(
      Learner learner,
      RemoteTables tables,
      String device,
      Supplier<GradientBackend> processor,
      Workers workers,
      StageTimes times) {
    this.learner = learner;
    this.tables = tables;
    this.device = device;
    this.processor = processor;
    this.workers = workers;
    this.times = times;
  }

  @Override
  public void begin(
      TrainingState state, StepInput input, LossSettings losses, double learningRate) {
    if (isDue(input)) {
      // At home now, the input's features stay those before the step until others are brought.
      state.features();
      int iteration = state.iteration() + 1;
      check = () -> check(iteration, input, losses);
    }
    begun++;
    learner.begin(state, input, losses, learningRate);
  }

  private boolean isDue(StepInput input) {
    boolean firstGuided = !guided && input.coarseCandidates() != null;
    guided |= firstGuided;
    return begun == 0 || begun == PAIRS_APART || firstGuided;
  }

  @Override
  public StepLosses finish() {
    last = learner.finish();
    if (check != null) {
      Runnable due = check;
      check = null;
      times.measure("comparison with the processor", due);
    }
    return last;
  }

  private void check(int iteration, StepInput input, LossSettings settings) {
    long bytes = 4L * input.features().count() * input.features().layout().dimensions();
    try (Arena arena = Arena.ofShared();
        GradientBackend backend = processor.get()) {
      MemorySegment expected = arena.allocate(bytes, 64);
      StepLosses losses = backend.gradient(input, settings, expected);
      MemorySegment actual = arena.allocate(bytes, 64);
      tables.bringGradient(actual);
      StepComparison found = StepComparison.of(losses, last, expected, actual, workers);
      compared++;
      ofStep = Optional.of(ofStep.map(found::with).orElse(found));
      found
          .failure()
          .ifPresent(difference -> refuse("computes iteration " + iteration, difference));
    }
  }

  private void refuse(String what, String difference) {
    throw new UntrustedDeviceException(
        "%s %s otherwise than the processor: %s".formatted(device, what, difference));
  }

  @Override
  public Rasterizer rasterizer(Rasterizer own) {
    given = own;
    return learner.rasterizer(own);
  }

  @Override
  public void weightsDrawn(Camera camera, int[] pixels, BlendWeights weights) {
    if (ofWeights.isPresent()) {
      return;
    }
    try (SplattedView view = given.splat(camera);
        BlendWeights expected = view.blendWeights(pixels)) {
      WeightComparison found = WeightComparison.of(expected, weights);
      ofWeights = Optional.of(found);
      found.failure().ifPresent(difference -> refuse("splats the first view", difference));
    }
  }

  @Override
  public String description() {
    String checked =
        ofStep
            .map(
                step ->
                    ", as the processor in %d iterations compared: %s"
                        .formatted(compared, step.describe()))
            .orElse("");
    return learner.description()
        + checked
        + ofWeights.map(weights -> ", " + weights.describe()).orElse("");
  }

  @Override
  public void prepare(StepInput next) {
    learner.prepare(next);
  }

  @Override
  public int foreseen() {
    return learner.foreseen();
  }

  @Override
  public void foresee(long... spatialSeeds) {
    learner.foresee(spatialSeeds);
  }

  @Override
  public void forgetWeights() {
    learner.forgetWeights();
  }

  @Override
  public void expectNewWeights() {
    learner.expectNewWeights();
  }

  @Override
  public PooledFeatures pool(TrainingState state, PoolingMatrix pooling, Level level) {
    return learner.pool(state, pooling, level);
  }

  @Override
  public String name() {
    return learner.name();
  }

  @Override
  public Optional<String> reason() {
    return learner.reason();
  }

  @Override
  public Optional<DeviceShare> share() {
    return learner.share();
  }

  @Override
  public void close() {
    learner.close();
  }
}

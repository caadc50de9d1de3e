package org.clickgaussian.training.gl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.NeighbourLists;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.gl.GlRasterizer;
import org.clickgaussian.training.ByteCount;
import org.clickgaussian.training.DeviceShare;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.PooledFeatures;
import org.clickgaussian.training.PoolingMatrix;
import org.clickgaussian.training.RemoteTables;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.TrainingScene;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Workers;

/**
 * Learns on OpenGL: features, moments and gradient stay on the device; of the other things of an
 * iteration the host sends what was drawn and gets the losses.
 *
 * <p>Eq. 4 looks at every pair, so {@link StepLosses#culledShare} is 0.
 */
public final class GlLearner implements Learner, RemoteTables {
  /** The name by which {@code train --backend} knows it. */
  public static final String NAME = "gl";

  /** Samples of Eq. 12 that are drawn at a time; with one alone the device would wait for it. */
  private static final int DRAWN_AHEAD = 3;

  private final GlContext context;
  private final FeatureLayout layout;
  private final int count;
  private final Workers workers;
  private final StageTimes times;
  private final DeviceShare share;
  private final DeviceForecast forecast;
  private final MemoryBudget budget;
  private final SpatialSamples samples;
  private final List<Runnable> closing = new ArrayList<>();
  private DeviceTables tables;
  private DeviceWeights weights;
  private PixelPass pixels;
  private TransposePass transpose;
  private GaussianPass gaussians;
  private DevicePooling pooling;
  private LossSums sums;
  private GlRasterizer rasterizer;
  private int stamp;
  private PreparedStep ready;
  private LossScaling begun;

  /**
   * A learner for a scene.
   *
   * @param context what it works on; not closed with the learner
   * @param count N
   * @param neighbours int[N · K], the nearest neighbours of each Gaussian for Eq. 12
   * @param options N_s of Eq. 12, and how many pixels an iteration has
   * @param workers threads for what is left to the host
   * @param times where it counts its time
   * @throws GlMemoryException if the device has not enough memory
   */
  public GlLearner(
      GlContext context,
      int count,
      FeatureLayout layout,
      int[] neighbours,
      Options options,
      Workers workers,
      StageTimes times) {
    this.context = context;
    this.layout = layout;
    this.count = count;
    this.workers = workers;
    this.times = times;
    this.share = options.share();
    this.forecast =
        DeviceForecast.of(count, layout, neighbours.length / Math.max(1, count), options.pixels())
            .on(share);
    this.budget = budget();
    this.samples =
        new SpatialSamples(
            count, options.spatialSamples(), Math.clamp(workers.threads() - 1, 1, DRAWN_AHEAD));
    closing.add(samples::close);
    NeighbourLists lists = new NeighbourLists(count, neighbours);
    try {
      context.run(() -> allocate(lists));
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private MemoryBudget budget() {
    OptionalLong free = context.call(context::freeMemoryBytes);
    long left = forecast.budget(context.report().renderer(), free);
    return new MemoryBudget(share == DeviceShare.ALL ? left : 0);
  }

  /**
   * What the device's memory depends on beside the scene.
   *
   * @param spatialSamples N_s of Eq. 12, at most N are looked at
   * @param pixels P + U, as far as it is known
   * @param share how much of the work the device is given
   */
  public record Options(int spatialSamples, int pixels, DeviceShare share) {}

  /**
   * A learner for a run, which also splats the scene for the blend weights, unless its share says
   * otherwise.
   *
   * @param context what it works on; closed with the learner, but not when this fails
   * @param neighbours int[N · K], the nearest neighbours of each Gaussian for Eq. 12
   * @param share how much of the work the device is given
   * @throws GlMemoryException if the device has not enough memory
   */
  public static GlLearner open(
      GlContext context,
      TrainingScene scene,
      TrainingSettings settings,
      int[] neighbours,
      Workers workers,
      StageTimes times,
      DeviceShare share) {
    int pixels =
        settings.getInt(Hyperparameter.SAMPLED_PIXELS)
            + settings.getInt(Hyperparameter.UNIFORM_PIXELS);
    GlLearner learner =
        new GlLearner(
            context,
            scene.gaussians().count(),
            settings.layout(),
            neighbours,
            new Options(settings.getInt(Hyperparameter.SPATIAL_SAMPLE), pixels, share),
            workers,
            times);
    try {
      if (share != DeviceShare.WITHOUT_RASTERIZER) {
        learner.splat(scene.gaussians());
      }
    } catch (RuntimeException | Error e) {
      learner.close();
      throw e;
    }
    learner.closing.add(context::close);
    return learner;
  }

  private void splat(GaussianScene scene) {
    GlRasterizer splats = new GlRasterizer(context, scene, workers);
    closing.add(splats::close);
    rasterizer = splats;
  }

  @Override
  public Rasterizer rasterizer(Rasterizer given) {
    return rasterizer == null ? given : rasterizer;
  }

  private void allocate(NeighbourLists lists) {
    LearnerKernels kernels = new LearnerKernels(context, layout);
    tables = new DeviceTables(context, kernels, count, layout.dimensions());
    closing.add(tables::close);
    weights = new DeviceWeights(context, budget);
    closing.add(weights::close);
    pixels = new PixelPass(context, kernels, layout);
    closing.add(pixels::close);
    transpose = new TransposePass(context, kernels, layout, count);
    closing.add(transpose::close);
    gaussians = new GaussianPass(context, kernels, count, lists, samples);
    closing.add(gaussians::close);
    pooling = new DevicePooling(context, kernels, layout, budget);
    closing.add(pooling::close);
    sums = new LossSums(context, kernels);
    closing.add(sums::close);
  }

  @Override
  public int foreseen() {
    return DRAWN_AHEAD;
  }

  @Override
  public void foresee(long... spatialSeeds) {
    samples.foresee(spatialSeeds);
  }

  @Override
  public void prepare(StepInput next) {
    ready = times.measure("sampling", () -> PreparedStep.of(next, samples));
  }

  @Override
  public void begin(
      TrainingState state, StepInput input, LossSettings losses, double learningRate) {
    PreparedStep prepared = ready;
    ready = null;
    PreparedStep step =
        prepared != null && prepared.isOf(input) ? prepared : PreparedStep.of(input, samples);
    begun = null;
    times.measure(
        "gradient", () -> context.run(() -> begin(state, input, step, losses, learningRate)));
    state.learntIn(this);
    begun = new LossScaling(input, step, losses, gaussians, count);
  }

  private void begin(
      TrainingState state,
      StepInput input,
      PreparedStep step,
      LossSettings losses,
      double learningRate) {
    gradient(state, input, step, losses);
    state.stepElsewhere();
    tables.adam(learningRate, state.iteration() + 1L);
  }

  /** Leaves the gradient in the tables, and the losses. */
  private void gradient(
      TrainingState state, StepInput input, PreparedStep step, LossSettings losses) {
    if (!state.isLearntIn(this)) {
      tables.upload(state.features().table(), state.optimizer());
    }
    stamp++;
    DeviceWeights.Entries entries = weights.of(step);
    pixels.run(step, entries, tables.features(), losses);
    transpose.run(step, entries, pixels, tables, stamp);
    gaussians.run(input, step, tables, losses, stamp);
    sums.add(pixels.losses(), PixelPass.lossRows(step), gaussians.losses(), gaussians.lossRows());
  }

  @Override
  public StepLosses finish() {
    LossScaling scaling = begun;
    return times.measure("gradient", () -> scaling.scale(context.call(sums::read)));
  }

  /**
   * The losses and the gradient without a step, for comparisons.
   *
   * @param gradient float[N · D], overwritten
   */
  StepLosses gradient(TrainingState state, StepInput input, LossSettings losses, float[] gradient) {
    PreparedStep step = PreparedStep.of(input, samples);
    return context.call(
        () -> {
          gradient(state, input, step, losses);
          float[] computed = tables.gradients().floats(0, gradient.length);
          System.arraycopy(computed, 0, gradient, 0, gradient.length);
          return new LossScaling(input, step, losses, gaussians, count).scale(sums.read());
        });
  }

  @Override
  public PooledFeatures pool(TrainingState state, PoolingMatrix matrix, Level level) {
    return context
        .call(() -> poolThere(state, matrix, level))
        .orElseGet(() -> matrix.pool(state.features(), level, workers));
  }

  /** Empty where the device has not even memory for one view's rows. */
  private Optional<PooledFeatures> poolThere(
      TrainingState state, PoolingMatrix matrix, Level level) {
    if (!state.isLearntIn(this)) {
      tables.upload(state.features().table(), state.optimizer());
      state.learntIn(this);
    }
    try {
      return Optional.of(
          holds(matrix)
              ? pooling.pool(tables.features(), level)
              : pooling.poolByView(matrix, tables.features(), level));
    } catch (GlMemoryException e) {
      return Optional.empty();
    }
  }

  private boolean holds(PoolingMatrix matrix) {
    try {
      return pooling.holds(matrix);
    } catch (GlMemoryException e) {
      // The device has less than its driver said; rows are sent view by view as well.
      pooling.close();
      return false;
    }
  }

  @Override
  public void expectNewWeights() {
    context.run(() -> weights.streamOnly());
  }

  @Override
  public void forgetWeights() {
    context.run(() -> weights.forget());
  }

  @Override
  public String description() {
    return "%s on %s, %s, %s"
        .formatted(
            NAME,
            context.report().renderer(),
            ByteCount.words(context.allocatedBytes()),
            share == DeviceShare.ALL
                ? "blend weights of %d views kept there".formatted(keptViews())
                : share.describe());
  }

  @Override
  public Optional<DeviceShare> share() {
    return Optional.of(share);
  }

  /** The bytes that are forecast to be needed on the device. */
  public long neededBytes() {
    return forecast.total();
  }

  /**
   * A sentence with the numbers where less can be kept on the device than there is to keep.
   *
   * @param keepable bytes of blend weights and the pooling matrix
   */
  public Optional<String> shortage(long keepable) {
    return share != DeviceShare.ALL || keepable <= budget.left()
        ? Optional.empty()
        : Optional.of(
            "of the blend weights and the pooling matrix, %s, %s fit on %s beside the %s that training takes there; the rest is sent when it is needed"
                .formatted(
                    ByteCount.words(keepable),
                    ByteCount.words(budget.left()),
                    context.report().renderer(),
                    ByteCount.words(neededBytes())));
  }

  /** Has nothing more kept on the device beside what is needed. */
  void keepNothing() {
    budget.exhaust();
  }

  /** How many views' blend weights are on the device. */
  int keptViews() {
    return weights.keptViews();
  }

  @Override
  public void bringFeatures(FeatureField to) {
    context.run(() -> tables.bringFeatures(to.table()));
  }

  @Override
  public void bringMoments(AdamOptimizer to) {
    context.run(() -> tables.bringMoments(to));
  }

  @Override
  public void bringGradient(MemorySegment to) {
    context.run(() -> tables.bringGradient(to));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    closing.clear();
  }
}

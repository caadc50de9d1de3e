package org.clickgaussian.training;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/** Learns in the host's memory: a {@link GradientBackend}, then Adam. */
public final class HostLearner implements Learner {
  private final Arena arena = Arena.ofShared();
  private final String name;
  private final GradientBackend backend;
  private final Workers workers;
  private final StageTimes times;
  private final MemorySegment gradient;
  private final Optional<String> reason;
  private StepLosses last;

  /**
   * A learner for a scene.
   *
   * @param name by which {@code train --backend} knows it
   * @param backend computes the gradients; closed with the learner
   * @param floats N · D
   * @param times where it counts its time
   */
  public HostLearner(
      String name, GradientBackend backend, long floats, Workers workers, StageTimes times) {
    this(name, backend, floats, workers, times, Optional.empty());
  }

  /**
   * A learner in place of one on a graphics processor.
   *
   * @param reason why; empty if none was asked for
   */
  HostLearner(
      String name,
      GradientBackend backend,
      long floats,
      Workers workers,
      StageTimes times,
      Optional<String> reason) {
    this.reason = reason;
    this.name = name;
    this.backend = backend;
    this.workers = workers;
    this.times = times;
    this.gradient = arena.allocate(4 * floats, 64);
  }

  @Override
  public void begin(
      TrainingState state, StepInput input, LossSettings losses, double learningRate) {
    state.learntAtHome();
    last = times.measure("gradient", () -> backend.gradient(input, losses, gradient));
    times.measure(
        "Adam",
        () ->
            state
                .optimizer()
                .step(state.features(), gradient, learningRate, state.iteration() + 1));
  }

  @Override
  public StepLosses finish() {
    return last;
  }

  @Override
  public PooledFeatures pool(TrainingState state, PoolingMatrix pooling, Level level) {
    return pooling.pool(state.features(), level, workers);
  }

  /** The backend that computes the gradients. */
  public GradientBackend backend() {
    return backend;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> reason() {
    return reason;
  }

  @Override
  public void close() {
    backend.close();
    arena.close();
  }
}

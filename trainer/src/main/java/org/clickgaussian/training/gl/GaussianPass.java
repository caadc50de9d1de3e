package org.clickgaussian.training.gl;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GrowingBuffer;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.NeighbourLists;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.mask.Level;

/** The losses on Gaussians (Eq. 7, 8, 10, 12), added to what the pixels left in the gradient. */
final class GaussianPass implements AutoCloseable {
  /** Floats of a feature that estimates of work are made with. */
  private static final int LONGEST_ROW = 64;

  private final LearnerKernels kernels;
  private final int count;
  private final NeighbourLists neighbours;
  private final SpatialSamples sample;
  private final GlBuffer lists;
  private final GrowingBuffer chosen;
  private final GrowingBuffer candidates;
  private final GlBuffer losses;
  private Candidates coarse;
  private Candidates fine;

  GaussianPass(
      GlContext context,
      LearnerKernels kernels,
      int count,
      NeighbourLists neighbours,
      SpatialSamples sample) {
    this.kernels = kernels;
    this.count = count;
    this.neighbours = neighbours;
    this.sample = sample;
    this.chosen = new GrowingBuffer(context);
    this.candidates = new GrowingBuffer(context);
    this.losses = context.buffer((long) LossSums.WIDTH * lossRows());
    int[] forward = neighbours.neighbours();
    this.lists = context.buffer(2L * forward.length + count + 1);
    lists.upload(0, MemorySegment.ofArray(forward), forward.length);
    lists.upload(forward.length, MemorySegment.ofArray(neighbours.admirerStarts()), count + 1L);
    int[] admirers = neighbours.admirers();
    lists.upload(forward.length + count + 1L, MemorySegment.ofArray(admirers), admirers.length);
  }

  /** How many rows of losses a step leaves. */
  int lossRows() {
    return Math.ceilDiv(count, kernels.rows());
  }

  /** Rows of {@link LossSums#WIDTH} floats. */
  GlBuffer losses() {
    return losses;
  }

  /** Whether Eq. 12 has anything to compare. */
  boolean hasNeighbours() {
    return sample.size() > 0 && neighbours.perGaussian() > 0;
  }

  /** Pairs in the mean of Eq. 12: N_s · K. */
  double pairs() {
    return (double) sample.size() * neighbours.perGaussian();
  }

  /** Whether an iteration is guided by candidates. */
  static boolean isGuided(StepInput input, LossSettings settings) {
    return input.coarseCandidates() != null && settings.globalGuidanceWeight() != 0;
  }

  /** Adds the gradients of the losses on Gaussians. */
  void run(
      StepInput input, PreparedStep step, DeviceTables tables, LossSettings settings, int stamp) {
    boolean guided = isGuided(input, settings);
    if (guided) {
      upload(input.coarseCandidates(), input.fineCandidates());
    }
    boolean spatial = settings.spatialWeight() != 0 && hasNeighbours();
    kernels
        .get("gaussian_gradients")
        .with("features", tables.features())
        .with("gradients", tables.gradients())
        .with("stamps", tables.stamps())
        .with("candidates", candidates.get())
        .with("lists", lists)
        .with("chosen", chosen.holding(step.chosen(), step.chosen().length))
        .with("losses", losses)
        .set("count", count)
        .set("stamp", stamp)
        .set("hypersphereScale", (float) (2 * settings.hypersphereWeight() / count))
        .set("spatialScale", spatial ? (float) (-settings.spatialWeight() / pairs()) : 0f)
        .set("neighbours", neighbours.perGaussian())
        .set("allChosen", sample.isAll() ? 1 : 0)
        .set("guidanceScale", guided ? (float) (settings.globalGuidanceWeight() / count) : 0f)
        .set("coarseCandidates", guided ? coarse.count() : 0)
        .set("fineCandidates", guided ? fine.count() : 0)
        .set("threshold", (float) settings.globalThreshold())
        .set("coarseMargin", (float) settings.margin(Level.COARSE))
        .set("fineMargin", (float) settings.margin(Level.FINE))
        .dispatch(lossRows(), (double) count * operationsOfGaussian(guided));
  }

  /** Neighbours, those that have it as theirs, and candidates: a product and a sum with each. */
  private double operationsOfGaussian(boolean guided) {
    double floats = guided ? coarse.vectors().length + fine.vectors().length : 0;
    return 2 * floats + 6.0 * neighbours.perGaussian() * LONGEST_ROW;
  }

  private void upload(Candidates newCoarse, Candidates newFine) {
    if (newCoarse == coarse && newFine == fine) {
      return;
    }
    coarse = newCoarse;
    fine = newFine;
    float[] first = coarse.vectors();
    float[] second = fine.vectors();
    GlBuffer target = candidates.atLeast((long) first.length + second.length);
    target.upload(0, MemorySegment.ofArray(first), first.length);
    target.upload(first.length, MemorySegment.ofArray(second), second.length);
  }

  @Override
  public void close() {
    lists.close();
    chosen.close();
    candidates.close();
    losses.close();
  }
}

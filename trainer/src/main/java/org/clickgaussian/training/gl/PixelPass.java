package org.clickgaussian.training.gl;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GrowingBuffer;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.mask.Level;

/**
 * The losses on pixels (Eq. 3, 4, 11): renders F = W f for the iteration's pixels and leaves ∂L/∂F.
 */
final class PixelPass implements AutoCloseable {
  /** Pixels of a work group of {@code pixel_gradients}. */
  private static final int GROUP = 64;

  /** Pixels of a work group of {@code pairs}, and of one of its tiles. */
  private static final int OWNERS = 128;

  private static final int TILE = 64;

  /** Work groups that keep a large device busy. */
  private static final int BUSY = 1024;

  private static final int MOST_SPLITS = 16;

  private final LearnerKernels kernels;
  private final FeatureLayout layout;
  private final GrowingBuffer rows;
  private final GrowingBuffer units;
  private final GrowingBuffer lengths;
  private final GrowingBuffer segments;
  private final GrowingBuffer lists;
  private final GrowingBuffer pieceSums;
  private final GrowingBuffer segmentSums;
  private final GrowingBuffer pairSums;
  private final GrowingBuffer gradients;
  private final GrowingBuffer losses;

  PixelPass(GlContext context, LearnerKernels kernels, FeatureLayout layout) {
    this.kernels = kernels;
    this.layout = layout;
    this.rows = new GrowingBuffer(context);
    this.units = new GrowingBuffer(context);
    this.lengths = new GrowingBuffer(context);
    this.segments = new GrowingBuffer(context);
    this.lists = new GrowingBuffer(context);
    this.pieceSums = new GrowingBuffer(context);
    this.segmentSums = new GrowingBuffer(context);
    this.pairSums = new GrowingBuffer(context);
    this.gradients = new GrowingBuffer(context);
    this.losses = new GrowingBuffer(context);
  }

  /** Renders the pixels and computes their losses and gradients. */
  void run(
      PreparedStep step, DeviceWeights.Entries entries, GlBuffer features, LossSettings settings) {
    render(step, entries, features);
    if (settings.positiveWeight() != 0) {
      sumSegments(step.lists(), step.listWords());
    }
    segments.holding(step.lists().places(), 2 * step.contrastive());
    int splits = settings.negativeWeight() == 0 ? 0 : pairs(step.contrastive(), settings);
    gradients(step, settings, splits);
  }

  private void render(PreparedStep step, DeviceWeights.Entries entries, GlBuffer features) {
    int pixels = step.pixels();
    kernels
        .get("render")
        .with("rows", rows.holding(step.rows(), step.rows().length))
        .with("gaussians", entries.gaussians())
        .with("weights", entries.weights())
        .with("features", features)
        .with("units", units.atLeast(4L * kernels.unitVectors() * pixels))
        .with("lengths", lengths.atLeast(4L * pixels))
        .set("pixels", pixels)
        .set("streamed", entries.streamed() ? 1 : 0)
        .dispatch(kernels.teamGroups(pixels));
  }

  private void sumSegments(SegmentLists of, int[] words) {
    int dimensions = layout.dimensions();
    lists.holding(words, words.length);
    kernels
        .get("segment_pieces")
        .with("units", units.get())
        .with("lengths", lengths.get())
        .with("lists", lists.get())
        .with("sums", pieceSums.atLeast((long) of.pieces() * dimensions))
        .set("pieces", of.pieces())
        .set("coarsePieces", of.coarsePieces())
        .dispatch(kernels.teamGroups(of.pieces()));
    kernels
        .get("segment_sums")
        .with("pieces", pieceSums.get())
        .with("lists", lists.get())
        .with("sums", segmentSums.atLeast((long) of.segments() * dimensions))
        .set("segments", of.segments())
        .set("firstAt", of.firstPiecesAt())
        .dispatch(kernels.teamGroups(of.segments()));
  }

  /** Walks all pairs of pixels; returns how many parts the sums lie in. */
  private int pairs(int pixels, LossSettings settings) {
    if (pixels == 0) {
      return 0;
    }
    int blocks = Math.ceilDiv(pixels, OWNERS);
    int wanted = Math.clamp(BUSY / blocks, 1, MOST_SPLITS);
    int perSplit = Math.ceilDiv(Math.ceilDiv(pixels, wanted), TILE) * TILE;
    int splits = Math.ceilDiv(pixels, perSplit);
    kernels
        .get("pairs")
        .with("units", units.get())
        .with("lengths", lengths.get())
        .with("segments", segments.get())
        .with("sums", pairSums.atLeast(4L * splits * (kernels.unitVectors() + 1) * pixels))
        .set("pixels", pixels)
        .set("splits", splits)
        .set("pixelsPerSplit", perSplit)
        .set("coarseMargin", (float) settings.coarseMargin())
        .set("fineMargin", (float) settings.fineMargin())
        .dispatch((long) blocks * splits, (double) pixels * pixels * operationsOfPair());
    return splits;
  }

  /** Two products, a comparison, and the sums where both pixels are alike. */
  private int operationsOfPair() {
    return 2 * layout.dimensions() + 20;
  }

  private void gradients(PreparedStep step, LossSettings settings, int splits) {
    int pixels = step.pixels();
    int uniform = pixels - step.contrastive();
    SegmentLists of = step.lists();
    double positive = -2 * settings.positiveWeight();
    double negative = 2 * settings.negativeWeight();
    double norm = uniform == 0 ? 0 : 2 * settings.renderedNormWeight() / uniform;
    kernels
        .get("pixel_gradients")
        .with("units", units.get())
        .with("lengths", lengths.get())
        .with("segments", segments.get())
        .with("segmentSums", segmentSums.get())
        .with("pairSums", pairSums.get())
        .with("gradients", gradients.atLeast((long) layout.dimensions() * pixels))
        .with("losses", losses.atLeast((long) LossSums.WIDTH * lossRows(step)))
        .set("pixels", pixels)
        .set("contrastive", step.contrastive())
        .set("splits", splits)
        .set(
            "positiveScale",
            perPair(positive, of.coarseLabelled()),
            perPair(positive, of.fineLabelled()))
        .set(
            "negativeScale",
            perPair(negative, of.coarseLabelled()),
            perPair(negative, of.fineLabelled()))
        .set("normScale", (float) norm)
        .set("fineRadius", (float) layout.radius(Level.FINE))
        .dispatch(Math.ceilDiv(pixels, GROUP));
  }

  private static float perPair(double weight, int labelled) {
    return labelled == 0 ? 0 : (float) (weight / ((double) labelled * labelled));
  }

  /** Per pixel its first entry: what the transpose reads again. */
  GlBuffer rows() {
    return rows.get();
  }

  /** ∂L/∂F, row-major float[pixels][D]. */
  GlBuffer gradients() {
    return gradients.get();
  }

  /** Rows of {@link LossSums#WIDTH} floats. */
  GlBuffer losses() {
    return losses.get();
  }

  /** How many rows of losses a step leaves. */
  static int lossRows(PreparedStep step) {
    return Math.ceilDiv(step.pixels(), GROUP);
  }

  @Override
  public void close() {
    for (GrowingBuffer buffer :
        new GrowingBuffer[] {
          rows, units, lengths, segments, lists, pieceSums, segmentSums, pairSums, gradients, losses
        }) {
      buffer.close();
    }
  }
}

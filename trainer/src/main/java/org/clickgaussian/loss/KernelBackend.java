package org.clickgaussian.loss;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.ChunkEntries;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.kernel.RowKernels;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * Eq. 13 and its gradient on this machine's processor, all threads, the same bits for any number of
 * them.
 *
 * <p>Pixels first: F = W f for the sampled rows, the losses on pixels and ∂L/∂F. Then chunk by
 * chunk of Gaussians: the losses on Gaussians and their gradients, to which Wᵀ ∂L/∂F is added;
 * every row of the gradient table is written once.
 */
public final class KernelBackend implements GradientBackend {
  private static final int RENDER_PIECE = 64;

  private final int count;
  private final FeatureLayout layout;
  private final Workers workers;
  private final Kernels kernels;
  private final RowKernels rowKernels;
  private final RenderedPixels pixels;
  private final SparseTranspose transpose;
  private final ContrastivePositive positive;
  private final ContrastiveNegative negative;
  private final RenderedNorm renderedNorm;
  private final Hypersphere hypersphere;
  private final SpatialConsistency spatial;
  private final ConcurrentLinkedQueue<GaussianChunk> idleChunks = new ConcurrentLinkedQueue<>();

  /**
   * A backend for one scene with the kernels that suit this machine.
   *
   * @param count N, the number of Gaussians
   * @param layout where the levels lie in a row
   * @param neighbours int[N · K], the nearest neighbours of each Gaussian for Eq. 12, as {@link
   *     NearestNeighbours} finds them; empty leaves the term out
   * @param workers threads to work on; not closed with the backend
   * @param options choices beside the weights
   */
  public KernelBackend(
      int count, FeatureLayout layout, int[] neighbours, Workers workers, KernelOptions options) {
    this(count, layout, neighbours, workers, options, Kernels.choose());
  }

  /** A backend on the given kernels; see the other constructor. */
  public KernelBackend(
      int count,
      FeatureLayout layout,
      int[] neighbours,
      Workers workers,
      KernelOptions options,
      Kernels kernels) {
    this.count = count;
    this.layout = layout;
    this.workers = workers;
    this.kernels = kernels;
    this.rowKernels = kernels.rows(layout.dimensions());
    this.pixels = new RenderedPixels(layout.dimensions());
    this.transpose = new SparseTranspose(count, workers);
    this.positive = new ContrastivePositive(workers);
    this.negative = new ContrastiveNegative(kernels.pairs(), layout, workers, options.culling());
    this.renderedNorm = new RenderedNorm(rowKernels, layout);
    this.hypersphere = new Hypersphere(rowKernels, layout);
    this.spatial =
        new SpatialConsistency(
            rowKernels,
            new NeighbourLists(count, neighbours),
            count,
            layout.dimensions(),
            options.spatialSamples());
  }

  @Override
  public StepLosses gradient(StepInput input, LossSettings settings, MemorySegment gradient) {
    check(input, gradient);
    render(input);
    PixelLosses onPixels = pixelLosses(input, settings);
    transpose.regroup(input.blendWeights(), input.rows());
    GaussianLosses onGaussians = gaussianLosses(input, settings, gradient);
    return onGaussians.with(onPixels);
  }

  private void check(StepInput input, MemorySegment gradient) {
    FeatureField features = input.features();
    if (features.count() != count || !features.layout().equals(layout)) {
      throw new IllegalArgumentException(
          features.count()
              + " features of "
              + features.layout()
              + " for a backend of "
              + count
              + " of "
              + layout);
    }
    if (gradient.byteSize() < 4L * count * layout.dimensions()) {
      throw new IllegalArgumentException("a gradient table of " + gradient.byteSize() + " bytes");
    }
  }

  private void render(StepInput input) {
    int[] rows = input.rows();
    int dimensions = layout.dimensions();
    MemorySegment table = input.features().table();
    pixels.reset(rows.length);
    workers.forRanges(
        rows.length,
        RENDER_PIECE,
        (piece, from, to) -> {
          for (int p = from; p < to; p++) {
            rowKernels.render(
                table, input.blendWeights(), rows[p], pixels.features(), p * dimensions);
          }
        });
  }

  private PixelLosses pixelLosses(StepInput input, LossSettings settings) {
    double positiveCoarse = 0;
    double positiveFine = 0;
    if (settings.positiveWeight() != 0) {
      positiveCoarse = addPositive(input, Level.COARSE, settings.positiveWeight());
      positiveFine = addPositive(input, Level.FINE, settings.positiveWeight());
    }
    ContrastiveNegative.Result negatives = new ContrastiveNegative.Result(0, 0, 0);
    if (settings.negativeWeight() != 0) {
      negatives =
          negative.add(
              pixels,
              input.coarseSegments(),
              input.fineSegments(),
              input.contrastivePixels(),
              settings);
    }
    double norm =
        settings.renderedNormWeight() == 0
            ? 0
            : renderedNorm.add(pixels, input.contrastivePixels(), settings.renderedNormWeight());
    return new PixelLosses(positiveCoarse, positiveFine, negatives, norm);
  }

  private double addPositive(StepInput input, Level level, double weight) {
    int[] segments = level == Level.COARSE ? input.coarseSegments() : input.fineSegments();
    return positive.add(
        pixels, LevelSlice.of(layout, level), segments, input.contrastivePixels(), weight);
  }

  private GaussianLosses gaussianLosses(
      StepInput input, LossSettings settings, MemorySegment gradient) {
    GaussianLosses losses = new GaussianLosses(count, transpose.chunks());
    MemorySegment table = input.features().table();
    boolean withSpatial = settings.spatialWeight() != 0 && !spatial.isEmpty();
    if (withSpatial) {
      spatial.prepare(table, input.spatialSeed(), workers);
      losses.setSpatialPairs(spatial.pairs());
    }
    GlobalGuidance guidance = guidance(input, settings);
    float normScale = (float) (settings.hypersphereWeight() / count);
    workers.forRanges(
        count,
        ChunkEntries.CHUNK,
        (piece, from, to) -> {
          GaussianChunk chunk = takeChunk();
          chunk.load(table, from, to);
          if (settings.hypersphereWeight() != 0) {
            losses.setHypersphere(piece, hypersphere.add(chunk, normScale));
          }
          if (withSpatial) {
            losses.setSpatial(piece, spatial.add(chunk, table, settings.spatialWeight()));
          }
          if (guidance != null) {
            guidance.add(chunk, Level.COARSE, losses.guidance(Level.COARSE, piece));
            guidance.add(chunk, Level.FINE, losses.guidance(Level.FINE, piece));
          }
          transpose.add(rowKernels, piece, pixels, chunk);
          chunk.store(gradient);
          idleChunks.add(chunk);
        });
    return losses;
  }

  private GlobalGuidance guidance(StepInput input, LossSettings settings) {
    if (input.coarseCandidates() == null || settings.globalGuidanceWeight() == 0) {
      return null;
    }
    return new GlobalGuidance(
        kernels.candidates(),
        layout,
        settings,
        input.coarseCandidates(),
        input.fineCandidates(),
        count);
  }

  private GaussianChunk takeChunk() {
    GaussianChunk idle = idleChunks.poll();
    return idle == null ? new GaussianChunk(layout.dimensions()) : idle;
  }

  @Override
  public String name() {
    return "kernel-" + kernels.key();
  }

  /** Frees nothing: all memory is on the heap. */
  @Override
  public void close() {
    idleChunks.clear();
  }
}

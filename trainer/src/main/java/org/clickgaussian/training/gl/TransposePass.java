package org.clickgaussian.training.gl;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GrowingBuffer;
import org.clickgaussian.gl.sort.RadixSort;

/**
 * Wᵀ ∂L/∂F: sorts the iteration's entries by Gaussian (stable, so that a Gaussian's entries keep
 * the order of the pixels) and sums each Gaussian's run of entries, in pieces, always in the same
 * order. Rows of Gaussians without entries are left as they are; stamps tell which were written.
 */
final class TransposePass implements AutoCloseable {
  /** Sorted entries that one team of invocations sums; as in {@code transpose.glsl}. */
  private static final int PIECE = 64;

  private static final int LANES = 8;
  private static final int GROUP = 256;

  private final LearnerKernels kernels;
  private final FeatureLayout layout;
  private final RadixSort sort;
  private final int keyBits;
  private final GrowingBuffer keys;
  private final GrowingBuffer order;
  private final GrowingBuffer entries;
  private final GrowingBuffer heads;

  TransposePass(GlContext context, LearnerKernels kernels, FeatureLayout layout, int gaussians) {
    this.kernels = kernels;
    this.layout = layout;
    this.sort = new RadixSort(context);
    this.keyBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(gaussians - 1));
    this.keys = new GrowingBuffer(context);
    this.order = new GrowingBuffer(context);
    this.entries = new GrowingBuffer(context);
    this.heads = new GrowingBuffer(context);
  }

  /** Writes the rows of the Gaussians that the step's pixels show. */
  void run(
      PreparedStep step,
      DeviceWeights.Entries weights,
      PixelPass pixels,
      DeviceTables tables,
      int stamp) {
    int count = step.entries();
    if (count == 0) {
      return;
    }
    list(step, weights, pixels.rows());
    sort.sort(keys.get(), order.get(), count, keyBits);
    long pieces = Math.ceilDiv(count, PIECE);
    kernels
        .get("transpose_pieces")
        .with("keys", keys.get())
        .with("order", order.get())
        .with("entries", entries.get())
        .with("pixelGradients", pixels.gradients())
        .with("gradients", tables.gradients())
        .with("stamps", tables.stamps())
        .with("heads", heads.atLeast(pieces * layout.dimensions()))
        .set("count", count)
        .set("stamp", stamp)
        .dispatch(kernels.teamGroups(pieces));
    kernels
        .get("transpose_join")
        .with("keys", keys.get())
        .with("heads", heads.get())
        .with("gradients", tables.gradients())
        .set("count", count)
        .dispatch(kernels.teamGroups(pieces));
  }

  private void list(PreparedStep step, DeviceWeights.Entries weights, GlBuffer rows) {
    int count = step.entries();
    kernels
        .get("entries")
        .with("rows", rows)
        .with("gaussians", weights.gaussians())
        .with("weights", weights.weights())
        .with("keys", keys.atLeast(count))
        .with("order", order.atLeast(count))
        .with("entries", entries.atLeast(2L * count))
        .set("pixels", step.pixels())
        .set("streamed", weights.streamed() ? 1 : 0)
        .dispatch(Math.ceilDiv((long) step.pixels() * LANES, GROUP));
  }

  @Override
  public void close() {
    sort.close();
    keys.close();
    order.close();
    entries.close();
    heads.close();
  }
}

package org.clickgaussian.training.gl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.IdentityHashMap;
import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.gl.GrowingBuffer;
import org.clickgaussian.splat.BlendWeights;

/**
 * Blend weights on the device: of as many views as the budget allows all that is kept of them, of
 * the others the iteration's rows, sent each time.
 *
 * <p>Views come in rounds, each once, in a new order. A cache that threw out the view used longest
 * ago would throw out the one that comes back soonest; so views stay until all weights are drawn
 * anew.
 */
final class DeviceWeights implements AutoCloseable {
  private static final int ENTRY_BYTES = 8;

  private final GlContext context;
  private final MemoryBudget budget;
  private final Map<BlendWeights, Entries> kept = new IdentityHashMap<>();
  private final GrowingBuffer gaussians;
  private final GrowingBuffer weights;
  private boolean keeps = true;
  private Arena arena = Arena.ofShared();
  private MemorySegment gathered = MemorySegment.NULL;

  /**
   * Entries that a kernel can see.
   *
   * @param gaussians their Gaussians
   * @param weights their weights
   * @param streamed whether they are the iteration's alone
   */
  record Entries(GlBuffer gaussians, GlBuffer weights, boolean streamed) {}

  DeviceWeights(GlContext context, MemoryBudget budget) {
    this.context = context;
    this.budget = budget;
    this.gaussians = new GrowingBuffer(context);
    this.weights = new GrowingBuffer(context);
  }

  /** The entries of an iteration. */
  Entries of(PreparedStep step) {
    Entries found = kept.get(step.weights());
    if (found == null && keeps && budget.take(ENTRY_BYTES * step.weights().entries())) {
      found = keep(step.weights());
    }
    return found == null ? stream(step) : found;
  }

  private Entries keep(BlendWeights view) {
    GlBuffer first = null;
    try {
      first = context.buffer(view.entries());
      GlBuffer second = context.buffer(view.entries());
      first.upload(view.gaussians(), view.entries());
      second.upload(view.weights(), view.entries());
      Entries entries = new Entries(first, second, false);
      kept.put(view, entries);
      return entries;
    } catch (GlMemoryException e) {
      // The device has less than its driver said: what is kept stays, nothing is added.
      if (first != null) {
        first.close();
      }
      budget.exhaust();
      return null;
    }
  }

  private Entries stream(PreparedStep step) {
    int count = step.entries();
    gather(step);
    GlBuffer first = gaussians.atLeast(count);
    GlBuffer second = weights.atLeast(count);
    first.upload(gathered, count);
    second.upload(gathered.asSlice(4L * count), count);
    return new Entries(first, second, true);
  }

  /** Puts the rows' Gaussians, then their weights, one after the other. */
  private void gather(PreparedStep step) {
    long bytes = 4L * step.entries();
    if (gathered.byteSize() < 2 * bytes) {
      arena.close();
      arena = Arena.ofShared();
      gathered = arena.allocate(2 * (bytes + bytes / 4), 64);
    }
    BlendWeights view = step.weights();
    long at = 0;
    for (int row : step.rowNumbers()) {
      long from = 4 * view.rowStart(row);
      long length = 4 * view.rowStart(row + 1) - from;
      MemorySegment.copy(view.gaussians(), from, gathered, at, length);
      MemorySegment.copy(view.weights(), from, gathered, bytes + at, length);
      at += length;
    }
  }

  /** Nothing is kept from now on. */
  void streamOnly() {
    keeps = false;
  }

  /** How many views are kept whole. */
  int keptViews() {
    return kept.size();
  }

  /** Lets go of all views. */
  void forget() {
    kept.forEach(
        (view, entries) -> {
          budget.give(ENTRY_BYTES * view.entries());
          entries.gaussians().close();
          entries.weights().close();
        });
    kept.clear();
  }

  @Override
  public void close() {
    forget();
    gaussians.close();
    weights.close();
    arena.close();
  }
}

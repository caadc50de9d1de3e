package org.clickgaussian.selection;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.splat.SplattedView;

/**
 * The pixels that a selection of Gaussians fills in a view: those where the selected Gaussians have
 * at least half of a full blend weight, Σ_{i selected} w_i ≥ 1/2. So what hides the selection hides
 * it in the mask too.
 */
public final class SelectionMask {

  private static final float HALF = 0.5f;

  private SelectionMask() {}

  /**
   * The mask of a selection.
   *
   * @param gaussians bits by index in the scene that was splatted
   * @param count N, the number of Gaussians of that scene
   */
  public static BitMask of(SplattedView view, BitSet gaussians, int count) {
    float[] covered = coverage(view, gaussians, count);
    BitMask mask = new BitMask(view.camera().width(), view.camera().height());
    for (int pixel = 0; pixel < covered.length; pixel++) {
      if (covered[pixel] >= HALF) {
        mask.set(pixel % mask.width(), pixel / mask.width());
      }
    }
    return mask;
  }

  /** Σ_{i selected} w_i of every pixel: float[pixels]. */
  public static float[] coverage(SplattedView view, BitSet gaussians, int count) {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment table = arena.allocate(4L * count, 64);
      gaussians.stream().forEach(i -> table.setAtIndex(ValueLayout.JAVA_FLOAT, i, 1f));
      return view.channels(table, 1);
    }
  }
}

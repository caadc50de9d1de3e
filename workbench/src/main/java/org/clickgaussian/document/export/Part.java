package org.clickgaussian.document.export;

import java.util.BitSet;
import org.clickgaussian.document.EditState;

/** Which Gaussians are written. */
public enum Part {
  /** The selected ones. */
  SELECTION,
  /** All that are neither selected nor deleted. */
  ALL_BUT_SELECTION;

  /**
   * The Gaussians, ascending; deleted ones are never among them.
   *
   * @param count the number of Gaussians of the scene
   */
  int[] gaussians(EditState state, int count) {
    BitSet bits = state.selection().bits();
    if (this == ALL_BUT_SELECTION) {
      bits.flip(0, count);
    }
    bits.clear(count, Math.max(count, bits.length()));
    bits.andNot(state.deleted().bits());
    return bits.stream().toArray();
  }
}

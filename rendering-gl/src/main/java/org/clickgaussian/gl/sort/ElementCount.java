package org.clickgaussian.gl.sort;

import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlCall;

/**
 * How many elements there are: a word on the device, which kernels read and the caller need not
 * know.
 *
 * @param buffer holds the word
 * @param word where
 * @param most no more elements than this are looked at, whatever the word says
 * @param known whether the word says {@code most}, so that work groups can be counted here
 */
record ElementCount(GlBuffer buffer, long word, long most, boolean known) {
  /** Indices are 32-bit words, and tiles must not pass their end. */
  private static final long LIMIT = 1L << 31;

  ElementCount {
    if (most < 0 || most > LIMIT) {
      throw new IllegalArgumentException(most + " elements");
    }
  }

  /** Tells a kernel that includes {@code count.glsl}. */
  GlCall tell(GlCall call) {
    return call.with("counts", buffer)
        .set("countWord", Math.toIntExact(word))
        .set("most", (int) most);
  }
}

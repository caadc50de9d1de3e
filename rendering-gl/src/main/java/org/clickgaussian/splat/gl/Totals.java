package org.clickgaussian.splat.gl;

import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GlKernel;

/** Reads the last of some prefix sums back, with a check that none of them passed 2³². */
final class Totals implements AutoCloseable {
  /** Words: the number of summands, their sum, and whether it was too large. */
  private static final int WORDS = 3;

  private final GlKernel kernel;
  private final GlBuffer words;

  Totals(GlContext context) {
    kernel = context.kernel(GlRasterizer.class, "totals.comp", Map.of());
    words = context.buffer(WORDS);
  }

  /** Starts anew. */
  void begin() {
    words.fill(0);
  }

  /** The number of summands in the first word, to be set after {@link #begin}. */
  GlBuffer words() {
    return words;
  }

  /**
   * What was summed.
   *
   * @param count the number of summands
   * @param sum of all of them
   */
  record Total(long count, long sum) {}

  /**
   * Waits for the device and reads the sum.
   *
   * @param sums exclusive prefix sums, one more than there are summands
   * @param most no more summands than this
   * @param what is summed, for the message
   * @throws GlException if the sum does not fit in 31 bits
   */
  Total read(GlBuffer sums, long most, String what) {
    kernel
        .with("totals", words)
        .with("sums", sums)
        .dispatch(Math.ceilDiv(most, GlRasterizer.GROUP));
    int[] read = words.ints(0, WORDS);
    if (read[2] != 0 || read[1] < 0) {
      throw new GlException(
          "more than 2 billion " + what + " do not fit on the graphics processor");
    }
    return new Total(Integer.toUnsignedLong(read[0]), read[1]);
  }

  @Override
  public void close() {
    words.close();
  }
}

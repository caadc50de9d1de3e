package org.clickgaussian.gl;

import org.clickgaussian.testing.SharedData;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * OpenGL for tests, on whatever device there is: also on a driver that computes on the processor.
 * Where there is none the test is skipped with a printed reason, unless the environment demands all
 * tests ({@link SharedData#REQUIRED_VARIABLE}).
 */
public final class GlTestContext {
  private GlTestContext() {}

  /** A context with buffers as long as the driver lets them be in one part. */
  public static GlContext open() {
    return open(0);
  }

  /** A context whose kernels compute in double precision where it matters, or in floats. */
  public static GlContext open(boolean doubles) {
    GlContext context = open();
    context.useDoubles(doubles);
    return context;
  }

  /**
   * A context with buffers in parts of so many words.
   *
   * @param partWords a power of two of at least 4, or 0 for what the driver allows
   */
  public static GlContext open(long partWords) {
    try {
      return GlContext.open(GlDevices.ANY, partWords);
    } catch (GlException e) {
      if ("1".equals(System.getenv(SharedData.REQUIRED_VARIABLE))) {
        return Assertions.fail("OpenGL is demanded: " + e.getMessage(), e);
      }
      System.err.println("Test skipped, " + e.getMessage());
      Assumptions.abort(e.getMessage());
      throw e;
    }
  }
}

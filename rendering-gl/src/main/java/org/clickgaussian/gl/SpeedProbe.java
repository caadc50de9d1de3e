package org.clickgaussian.gl;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times a trial kernel with floats and with doubles; on the context's thread. */
final class SpeedProbe {
  private static final Logger LOG = LoggerFactory.getLogger(SpeedProbe.class);
  private static final int GROUP = 256;

  /** Keeps all of a large device busy. */
  private static final int GROUPS = 1024;

  /** Multiplications with an addition in each step of {@code speed.comp}. */
  private static final int OPERATIONS = 2;

  private static final int FEWEST_STEPS = 16;
  private static final int MOST_STEPS = 4096;

  /** Long against what starting a kernel and waiting for it takes, short for a person. */
  private static final double LONG_ENOUGH = 2e-3;

  private static final int REPEATS = 3;

  private SpeedProbe() {}

  /** Multiplications with an addition that the device does in a second. */
  static double floats(GlContext context) {
    return perSecond(context, "float");
  }

  /** The same in double precision; 0 where the driver does not compile that. */
  static double doubles(GlContext context) {
    try {
      return perSecond(context, "double");
    } catch (GlLostException e) {
      throw e;
    } catch (GlException e) {
      LOG.debug("doubles are not used: {}", e.getMessage());
      return 0;
    }
  }

  private static double perSecond(GlContext context, String number) {
    GlKernel kernel = context.kernel(SpeedProbe.class, "speed.comp", Map.of("NUMBER", number));
    try (GlBuffer results = context.buffer((long) GROUPS * GROUP)) {
      int steps = FEWEST_STEPS;
      double seconds = seconds(context, kernel, results, steps);
      while (seconds < LONG_ENOUGH && steps < MOST_STEPS) {
        steps *= 4;
        seconds = seconds(context, kernel, results, steps);
      }
      return (double) OPERATIONS * GROUPS * GROUP * steps / seconds;
    }
  }

  /** The shortest of some runs, by the processor's clock; the first one compiles. */
  private static double seconds(GlContext context, GlKernel kernel, GlBuffer results, int steps) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int run = 0; run <= REPEATS; run++) {
      long start = System.nanoTime();
      kernel
          .with("results", results)
          .set("steps", steps)
          .set("count", GROUPS * GROUP)
          .dispatch(GROUPS);
      context.finish();
      double seconds = 1e-9 * (System.nanoTime() - start);
      shortest = run == 0 ? shortest : Math.min(shortest, seconds);
    }
    return shortest;
  }
}

package org.clickgaussian.gl;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times a trial kernel with floats and with doubles. */
final class DoublesProbe {
  private static final Logger LOG = LoggerFactory.getLogger(DoublesProbe.class);
  private static final int GROUP = 256;

  /** Keeps all of a large device busy. */
  private static final int GROUPS = 1024;

  private static final int FEWEST_STEPS = 16;
  private static final int MOST_STEPS = 4096;

  /** Long against what starting a kernel and waiting for it takes, short for a person. */
  private static final double LONG_ENOUGH = 2e-3;

  private static final int REPEATS = 3;

  private DoublesProbe() {}

  /** Whether doubles are worth it here; on the context's thread. */
  static Doubles measure(GlContext context) {
    try (GlBuffer results = context.buffer((long) GROUPS * GROUP)) {
      int steps = FEWEST_STEPS;
      double withDoubles = seconds(context, "double", results, steps);
      while (withDoubles < LONG_ENOUGH && steps < MOST_STEPS) {
        steps *= 4;
        withDoubles = seconds(context, "double", results, steps);
      }
      return Doubles.of(withDoubles / seconds(context, "float", results, steps));
    } catch (GlLostException e) {
      throw e;
    } catch (GlException e) {
      LOG.debug("doubles are not used: {}", e.getMessage());
      return Doubles.of(Double.POSITIVE_INFINITY);
    }
  }

  /** The shortest of some runs, by the processor's clock; the first one compiles. */
  private static double seconds(GlContext context, String number, GlBuffer results, int steps) {
    GlKernel kernel = context.kernel(DoublesProbe.class, "doubles.comp", Map.of("NUMBER", number));
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

package org.clickgaussian.gl;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries out whether a driver leaves the arithmetic of {@code two_floats.glsl} as it is written:
 * compilers that take sums apart as if they were exact make nothing of it.
 */
final class TwoFloatsProbe {
  private static final Logger LOG = LoggerFactory.getLogger(TwoFloatsProbe.class);
  private static final int PAIRS = 256;

  /** Floats for each pair. */
  private static final int RESULTS = 8;

  /** About 2⁻⁴⁴: what a few operations on numbers of 48 bits may lose. */
  private static final double ROUNDING = 6e-14;

  private TwoFloatsProbe() {}

  /** Whether kernels may rely on it; on the context's thread. */
  static boolean holds(GlContext context) {
    float[] pairs = pairs();
    try (GlBuffer numbers = context.buffer(2L * PAIRS);
        GlBuffer results = context.buffer((long) RESULTS * PAIRS)) {
      numbers.upload(pairs);
      context
          .kernel(TwoFloatsProbe.class, "two_floats.comp", Map.of())
          .with("numbers", numbers)
          .with("results", results)
          .dispatch(1);
      float[] found = results.floats(0, RESULTS * PAIRS);
      for (int k = 0; k < PAIRS; k++) {
        if (!holds(pairs[2 * k], pairs[2 * k + 1], found, RESULTS * k)) {
          LOG.debug("sums of two floats are not used: they lose digits");
          return false;
        }
      }
      return true;
    } catch (GlLostException e) {
      throw e;
    } catch (GlException e) {
      LOG.debug("sums of two floats are not used: {}", e.getMessage());
      return false;
    }
  }

  /** Numbers with all their digits in use, of sizes not so far apart that a double is too short. */
  private static float[] pairs() {
    float[] pairs = new float[2 * PAIRS];
    for (int k = 0; k < pairs.length; k++) {
      double digits = 1 + (k * 0.6180339887498949 + 0.31) % 1;
      pairs[k] = (float) Math.scalb(k % 3 == 0 ? -digits : digits, k * 7 % 20 - 10);
    }
    return pairs;
  }

  private static boolean holds(double a, double b, float[] found, int at) {
    double difference = a * (a + b) - a * b;
    double size = Math.abs(a * (a + b)) + Math.abs(a * b);
    return number(found, at) == a + b
        && number(found, at + 2) == a * b
        && Math.abs(number(found, at + 4) - a) <= ROUNDING * Math.abs(a)
        && Math.abs(number(found, at + 6) - difference) <= ROUNDING * size;
  }

  private static double number(float[] found, int at) {
    return (double) found[at] + found[at + 1];
  }
}

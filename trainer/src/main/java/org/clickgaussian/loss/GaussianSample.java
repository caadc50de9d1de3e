package org.clickgaussian.loss;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A sample without replacement: exactly n of N, every subset equally likely.
 *
 * <p>Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S): going
 * through all, each is taken with probability (still wanted) / (still left). The numbers are hashes
 * of (seed, i), so the sample depends on the seed alone.
 */
public final class GaussianSample {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final int PIECE = 1024;
  private static final long[] STEPS = LongStream.range(0, PIECE).map(k -> k * STEP).toArray();

  private GaussianSample() {}

  /**
   * Sets {@code wanted} elements of {@code chosen} to true and the others to false; all of them to
   * true where there are no more.
   */
  public static void draw(boolean[] chosen, int wanted, long seed) {
    if (wanted >= chosen.length) {
      Arrays.fill(chosen, true);
      return;
    }
    int[] bits = draw(chosen.length, wanted, seed);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = (bits[i / Integer.SIZE] >>> i & 1) != 0;
    }
  }

  /**
   * The same sample as bits, the lowest of a word first.
   *
   * @param count N
   * @param wanted n, at most N
   * @return int[⌈N / 32⌉]
   */
  public static int[] draw(int count, int wanted, long seed) {
    int[] bits = new int[(count + Integer.SIZE - 1) / Integer.SIZE];
    long[] numbers = new long[PIECE];
    // Doubles hold these whole numbers exactly and spare a conversion each time.
    double left = count;
    double open = wanted;
    for (int from = 0; from < count; from += PIECE) {
      hash(mix(seed) + from * STEP, numbers);
      int here = Math.min(PIECE, count - from);
      for (int k = 0; k < here; k++) {
        double uniform = numbers[k] * 0x1p-53;
        if (uniform * left < open) {
          bits[(from + k) / Integer.SIZE] |= 1 << from + k;
          open--;
        }
        left--;
      }
    }
    return bits;
  }

  /** A loop of its own, for the compiler to run on vectors. */
  private static void hash(long start, long[] numbers) {
    for (int k = 0; k < PIECE; k++) {
      numbers[k] = mix(start + STEPS[k]) >>> 11;
    }
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}

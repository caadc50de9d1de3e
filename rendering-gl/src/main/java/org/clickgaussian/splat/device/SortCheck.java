package org.clickgaussian.splat.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.sort.PrefixSum;
import org.clickgaussian.gl.sort.RadixSort;
import org.clickgaussian.math.RandomStream;

/** Prefix sums and sorts of awkward lengths, against the processor's; each word counts. */
final class SortCheck {
  /** The last is more than one tile of tiles. */
  private static final int[] LENGTHS = {1, 13, 4098, 70_001};

  private SortCheck() {}

  static List<Finding> run(GlContext context) {
    return context.call(
        () -> {
          List<Finding> findings = new ArrayList<>();
          findings.add(prefixSums(context));
          if (findings.getFirst().passed()) {
            findings.add(sorts(context));
          }
          return findings;
        });
  }

  private static int[] numbers(int count, String purpose, int bits) {
    RandomStream random = new RandomStream(1, purpose, count);
    return IntStream.range(0, count).map(k -> (int) (random.nextLong() >>> 64 - bits)).toArray();
  }

  private static Finding prefixSums(GlContext context) {
    int[] expected = new int[0];
    int[] actual = new int[0];
    try (PrefixSum prefixSum = new PrefixSum(context)) {
      for (int length : LENGTHS) {
        int[] values = numbers(length, "prefix sums", 20);
        int[] sums = new int[length + 1];
        for (int k = 0; k < length; k++) {
          sums[k + 1] = sums[k] + values[k];
        }
        expected = joined(expected, sums);
        actual = joined(actual, summed(context, prefixSum, values));
      }
    }
    return Finding.exact("prefix sums", expected, actual);
  }

  /** Of as many words as the device is told, in place, as splatting does. */
  private static int[] summed(GlContext context, PrefixSum prefixSum, int[] values) {
    try (GlBuffer words = context.buffer(values.length + 1L);
        GlBuffer count = context.buffer(1)) {
      words.upload(values);
      count.upload(values.length);
      prefixSum.exclusive(words, words, count, 0, values.length);
      return words.ints(0, values.length + 1);
    }
  }

  private static Finding sorts(GlContext context) {
    int[] expected = new int[0];
    int[] actual = new int[0];
    try (RadixSort radixSort = new RadixSort(context)) {
      for (int length : LENGTHS) {
        // One digit, as tiles of a small picture take, and the bits of a depth.
        for (int bits : new int[] {5, 31}) {
          int[] keys = numbers(length, "sorts", bits);
          expected = joined(expected, sorted(keys));
          actual = joined(actual, sorted(context, radixSort, keys, bits));
        }
      }
    }
    return Finding.exact("sorts", expected, actual);
  }

  /** The keys in order, then where each was. */
  private static int[] sorted(int[] keys) {
    int[] order =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingInt(k -> keys[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    return joined(Arrays.stream(order).map(k -> keys[k]).toArray(), order);
  }

  private static int[] sorted(GlContext context, RadixSort radixSort, int[] keys, int bits) {
    try (GlBuffer words = context.buffer(keys.length);
        GlBuffer places = context.buffer(keys.length);
        GlBuffer count = context.buffer(1)) {
      words.upload(keys);
      places.upload(IntStream.range(0, keys.length).toArray());
      count.upload(keys.length);
      radixSort.sort(words, places, count, 0, keys.length, bits);
      return joined(words.ints(0, keys.length), places.ints(0, keys.length));
    }
  }

  private static int[] joined(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}

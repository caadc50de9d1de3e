package org.clickgaussian.task;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.sort.PrefixSum;
import org.clickgaussian.gl.sort.RadixSort;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.work.Progress;

/**
 * Measures copying, adding up and sorting on a graphics processor. What copying reaches is the
 * floor for the others, which are bound by memory. Sorted pairs are checked.
 */
public final class SortBenchmark {
  /** Pairs for a graphics processor. */
  public static final int PAIRS = 1 << 23;

  /** Pairs for a driver that computes on the processor. */
  public static final int PAIRS_OF_SOFTWARE = 1 << 18;

  private static final double SECONDS = 1;
  private static final int KEY_BITS = 32;

  /** Bytes that a copied word takes: read and written. */
  private static final int COPY_BYTES = 8;

  /** Bytes that a word of a prefix sum takes: read twice, written once. */
  private static final int SUM_BYTES = 12;

  private final GlContext context;
  private final int pairs;
  private final double seconds;

  /**
   * A benchmark of a device.
   *
   * @param pairs how many pairs to sort, at least 1
   */
  public SortBenchmark(GlContext context, int pairs) {
    this(context, pairs, SECONDS);
  }

  /** A benchmark that spends so many seconds on each figure. */
  SortBenchmark(GlContext context, int pairs, double seconds) {
    if (pairs < 1) {
      throw new IllegalArgumentException("a benchmark of " + pairs + " pairs");
    }
    this.context = context;
    this.pairs = pairs;
    this.seconds = seconds;
  }

  /** As many pairs as suit the device. */
  public static int usualPairs(GlContext context) {
    return context.report().isSoftware() ? PAIRS_OF_SOFTWARE : PAIRS;
  }

  /**
   * Measures all.
   *
   * @throws IllegalStateException if the device sorts wrongly
   */
  public List<Measurement> run(Progress progress) {
    return context.call(
        () -> {
          try (Arena arena = Arena.ofConfined();
              Buffers buffers = new Buffers(context, pairs)) {
            MemorySegment keys = randomKeys(arena);
            buffers.originals.upload(keys, pairs);
            List<Measurement> found = new ArrayList<>();
            progress.update(0, "copying on the device");
            Timings copies = copying(buffers);
            double copied = gigabytesPerSecond(copies, COPY_BYTES);
            found.add(new Measurement("copy on the device", copied, "GB/s", copies.describe()));
            progress.update(0.3, "adding up on the device");
            found.add(sums(buffers, copied));
            progress.update(0.6, "sorting on the device");
            found.add(sorts(buffers, copied));
            check(buffers, keys);
            return found;
          }
        });
  }

  /** What is sorted, and what it is made of. */
  private static final class Buffers implements AutoCloseable {
    final GlBuffer originals;
    final GlBuffer keys;
    final GlBuffer values;

    Buffers(GlContext context, int pairs) {
      originals = context.buffer(pairs);
      keys = context.buffer(pairs + 1L);
      values = context.buffer(pairs);
    }

    @Override
    public void close() {
      originals.close();
      keys.close();
      values.close();
    }
  }

  private MemorySegment randomKeys(Arena arena) {
    RandomStream random = new RandomStream(0, "benchmark keys", 0);
    MemorySegment keys = arena.allocate(ValueLayout.JAVA_INT, pairs);
    for (long i = 0; i < pairs; i++) {
      keys.setAtIndex(ValueLayout.JAVA_INT, i, (int) random.nextLong());
    }
    return keys;
  }

  private Timings copying(Buffers buffers) {
    return DeviceTimings.of(
        context, seconds, () -> {}, () -> buffers.originals.copyTo(0, buffers.keys, 0, pairs));
  }

  private Measurement sums(Buffers buffers, double copied) {
    try (PrefixSum sum = new PrefixSum(context)) {
      Timings times =
          DeviceTimings.of(
              context,
              seconds,
              () -> {},
              () -> sum.exclusive(buffers.originals, buffers.keys, pairs));
      return measurement("prefix sums", SUM_BYTES, copied, times);
    }
  }

  private Measurement sorts(Buffers buffers, double copied) {
    int[] numbers = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      numbers[i] = i;
    }
    try (RadixSort sort = new RadixSort(context);
        GlBuffer order = context.buffer(pairs)) {
      order.upload(numbers);
      Timings times =
          DeviceTimings.of(
              context,
              seconds,
              () -> {
                buffers.originals.copyTo(0, buffers.keys, 0, pairs);
                order.copyTo(0, buffers.values, 0, pairs);
              },
              () -> sort.sort(buffers.keys, buffers.values, pairs, KEY_BITS));
      return measurement("radix sort, 32 bits", RadixSort.bytesPerPair(KEY_BITS), copied, times);
    }
  }

  /** The last sort, against its own input: ascending, stable, and each value with its key. */
  private void check(Buffers buffers, MemorySegment originals) {
    int[] keys = buffers.keys.ints(0, pairs);
    int[] values = buffers.values.ints(0, pairs);
    for (int i = 0; i < pairs; i++) {
      int order = i == 0 ? -1 : Integer.compareUnsigned(keys[i - 1], keys[i]);
      boolean inOrder = order < 0 || order == 0 && values[i - 1] < values[i];
      if (!inOrder || originals.getAtIndex(ValueLayout.JAVA_INT, values[i]) != keys[i]) {
        throw new IllegalStateException(
            "%s sorts %,d pairs wrongly from pair %,d on"
                .formatted(context.report().renderer(), pairs, i));
      }
    }
  }

  private double gigabytesPerSecond(Timings times, int bytes) {
    return 1e-9 * bytes * pairs / times.median();
  }

  private Measurement measurement(String name, int bytes, double copied, Timings times) {
    double moved = gigabytesPerSecond(times, bytes);
    return new Measurement(
        name,
        1e-9 * pairs / times.median(),
        "G/s",
        String.format(
            Locale.ROOT,
            "%,d words at %d bytes each: %.3g GB/s, %.0f%% of copying; %s",
            pairs,
            bytes,
            moved,
            100 * moved / copied,
            times.describe()));
  }
}

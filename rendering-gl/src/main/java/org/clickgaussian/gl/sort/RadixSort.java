package org.clickgaussian.gl.sort;

import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlCall;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.gl.GrowingBuffer;

/**
 * Sorts pairs of 32-bit words by their unsigned keys, ascending and stable.
 *
 * <p>From the lowest digit to the highest, at most eight bits each, a pass counts every tile's keys
 * by digit, sums the counts up over digits and tiles, and moves each tile's pairs to their places.
 * A pass reads the keys twice and the values once, and writes both: 20 bytes a pair, so 80 for keys
 * of 32 bits, which is the floor against which its speed is told; an odd number of passes takes 16
 * bytes more to bring the pairs back. The tiles are ranked and put in order in shared memory.
 *
 * <p>Used on the context's thread. Keeps room for as many pairs as it has sorted at most, and 256
 * words for every 4,096 of them.
 */
public final class RadixSort implements AutoCloseable {
  private static final int WORDS_EACH = 16;
  private static final int TILE = 256 * WORDS_EACH;
  private static final int MOST_PASSES = 4;

  /**
   * Words of {@code plan}: a work group count in three words, then each pass's number of counts.
   */
  private static final int COUNTS_OF_PASS = 3;

  private final PrefixSum prefixSum;
  private final GlKernel groups;
  private final GlKernel count;
  private final GlKernel scatter;
  private final GlKernel copy;
  private final GlBuffer known;
  private final GlBuffer plan;
  private final GrowingBuffer histogram;
  private final GrowingBuffer otherKeys;
  private final GrowingBuffer otherValues;

  /** Prepares the kernels; the first use compiles them. */
  public RadixSort(GlContext context) {
    this(context, Map.of());
  }

  /**
   * With a choice among the kernels' ways.
   *
   * @param defines empty or {@link SortKernels#SHARED_MEMORY_ONLY}
   */
  RadixSort(GlContext context, Map<String, String> defines) {
    Map<String, String> all = SortKernels.withEach(defines, WORDS_EACH);
    prefixSum = new PrefixSum(context, WORDS_EACH, defines);
    groups = context.kernel(RadixSort.class, "sort_groups.comp", all);
    count = context.kernel(RadixSort.class, "sort_count.comp", all);
    scatter = context.kernel(RadixSort.class, "sort_scatter.comp", all);
    copy = context.kernel(RadixSort.class, "sort_copy.comp", all);
    known = context.buffer(1);
    plan = context.buffer(COUNTS_OF_PASS + MOST_PASSES);
    histogram = new GrowingBuffer(context);
    otherKeys = new GrowingBuffer(context);
    otherValues = new GrowingBuffer(context);
  }

  /**
   * Sorts the first {@code count} pairs in place.
   *
   * @param keys unsigned words
   * @param values a word for each key, which moves with it
   * @param keyBits how many of a key's low bits matter, 1 to 32; the others are carried along
   */
  public void sort(GlBuffer keys, GlBuffer values, long count, int keyBits) {
    known.fill((int) count);
    sort(keys, values, new ElementCount(known, 0, count, true), keyBits);
  }

  /**
   * Sorts as many pairs as a word on the device says; the processor does not wait for it.
   *
   * @param keys unsigned words, at least {@code most}
   * @param values a word for each key, which moves with it
   * @param countBuffer holds the number of pairs
   * @param countWord where
   * @param most no more pairs than this are sorted, whatever the word says
   * @param keyBits how many of a key's low bits matter, 1 to 32; the others are carried along
   */
  public void sort(
      GlBuffer keys,
      GlBuffer values,
      GlBuffer countBuffer,
      long countWord,
      long most,
      int keyBits) {
    sort(keys, values, new ElementCount(countBuffer, countWord, most, false), keyBits);
  }

  /** The bytes that sorting a pair moves at least, by the number of passes its keys take. */
  public static int bytesPerPair(int keyBits) {
    int passes = passes(keyBits);
    return 20 * passes + (passes % 2 == 0 ? 0 : 16);
  }

  private static int passes(int keyBits) {
    return Math.ceilDiv(keyBits, 8);
  }

  private void sort(GlBuffer keys, GlBuffer values, ElementCount pairs, int keyBits) {
    if (keyBits < 1 || keyBits > 32) {
      throw new IllegalArgumentException("keys of " + keyBits + " bits");
    }
    if (keys.words() < pairs.most() || values.words() < pairs.most()) {
      throw new IllegalArgumentException(
          "%d pairs do not fit in %d keys and %d values"
              .formatted(pairs.most(), keys.words(), values.words()));
    }
    if (pairs.most() == 0) {
      return;
    }
    int passes = passes(keyBits);
    plan(pairs, keyBits);
    GlBuffer[] from = {keys, values};
    GlBuffer[] to = {otherKeys.atLeast(pairs.most()), otherValues.atLeast(pairs.most())};
    int shift = 0;
    for (int pass = 0; pass < passes; pass++) {
      int bits = bits(keyBits, pass);
      pass(pairs, pass, new Digit(shift, bits), from, to);
      shift += bits;
      GlBuffer[] sorted = to;
      to = from;
      from = sorted;
    }
    if (passes % 2 == 1) {
      start(move(copy, from, to), pairs, new Digit(0, 0));
    }
  }

  /** Bits that a pass looks at. */
  private record Digit(int shift, int bits) {}

  /** The bits are spread evenly over the passes: fewer digits make longer runs of a tile. */
  private static int bits(int keyBits, int pass) {
    int passes = passes(keyBits);
    return keyBits / passes + (pass < keyBits % passes ? 1 : 0);
  }

  /** Has the device work out what the processor would need the number of pairs for. */
  private void plan(ElementCount pairs, int keyBits) {
    if (pairs.known()) {
      return;
    }
    int packed = 0;
    for (int pass = 0; pass < passes(keyBits); pass++) {
      packed |= bits(keyBits, pass) << 8 * pass;
    }
    pairs.tell(groups.with("arguments", plan)).set("passBits", packed).dispatch(1);
  }

  private void pass(ElementCount pairs, int pass, Digit digit, GlBuffer[] from, GlBuffer[] to) {
    long counts = Math.ceilDiv(pairs.most(), TILE) << digit.bits();
    GlBuffer starts = histogram.atLeast(counts + 1);
    start(count.with("keys", from[0]).with("histogram", starts), pairs, digit);
    if (pairs.known()) {
      prefixSum.exclusive(starts, starts, counts);
    } else {
      prefixSum.exclusive(starts, starts, plan, COUNTS_OF_PASS + pass, counts);
    }
    start(move(scatter, from, to).with("starts", starts), pairs, digit);
  }

  private static GlCall move(GlKernel kernel, GlBuffer[] from, GlBuffer[] to) {
    return kernel
        .with("keys", from[0])
        .with("values", from[1])
        .with("sortedKeys", to[0])
        .with("sortedValues", to[1]);
  }

  private void start(GlCall call, ElementCount pairs, Digit digit) {
    pairs.tell(call).set("shift", digit.shift()).set("digits", 1 << digit.bits());
    if (pairs.known()) {
      call.dispatch(Math.ceilDiv(pairs.most(), TILE));
    } else {
      call.dispatchIndirect(plan, 0);
    }
  }

  /** Gives the memory back; from any thread. */
  @Override
  public void close() {
    prefixSum.close();
    known.close();
    plan.close();
    histogram.close();
    otherKeys.close();
    otherValues.close();
  }
}

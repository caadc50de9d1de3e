package org.clickgaussian.gl.sort;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlCall;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.gl.GrowingBuffer;

/**
 * Exclusive prefix sums of 32-bit words, modulo 2<sup>32</sup>: {@code sums[i] = values[0] + … +
 * values[i - 1]}.
 *
 * <p>Every tile of the values is summed up, the sums of the tiles are a new level that is summed up
 * in the same way until one tile holds it all; from there down each level's prefix sums are made
 * with those of the level above. Values are read twice and sums written once: 12 bytes a word.
 *
 * <p>Used on the context's thread. Keeps memory for the upper levels, a word for every tile of the
 * largest array so far.
 */
public final class PrefixSum implements AutoCloseable {
  private static final int WORDS_EACH = 16;
  private static final int MOST_LEVELS = 8;

  private final GlContext context;
  private final long tile;
  private final GlKernel groups;
  private final GlKernel reduce;
  private final GlKernel scan;
  private final GlBuffer known;
  private final GlBuffer arguments;
  private final List<GrowingBuffer> levels = new ArrayList<>();

  /** Prepares the kernels; the first use compiles them. */
  public PrefixSum(GlContext context) {
    this(context, WORDS_EACH, Map.of());
  }

  /**
   * With tiles of another size, to reach many levels with few values.
   *
   * @param wordsEach words of a tile for each of its 256 invocations
   * @param defines macros that choose among the kernels' ways
   */
  PrefixSum(GlContext context, int wordsEach, Map<String, String> defines) {
    this.context = context;
    this.tile = 256L * wordsEach;
    Map<String, String> all = SortKernels.withEach(defines, wordsEach);
    groups = context.kernel(PrefixSum.class, "prefix_groups.comp", all);
    reduce = context.kernel(PrefixSum.class, "prefix_reduce.comp", all);
    scan = context.kernel(PrefixSum.class, "prefix_scan.comp", all);
    known = context.buffer(1);
    arguments = context.buffer(3 * MOST_LEVELS);
  }

  /**
   * Sums {@code count} words.
   *
   * @param values at least {@code count} words
   * @param sums gets {@code count + 1} words, the last of which is the sum of all; may be the
   *     values' own buffer
   */
  public void exclusive(GlBuffer values, GlBuffer sums, long count) {
    known.fill((int) count);
    exclusive(values, sums, new ElementCount(known, 0, count, true));
  }

  /**
   * Sums as many words as a word on the device says; the processor does not wait for it.
   *
   * @param values at least {@code most} words
   * @param sums gets one word more than there are values, the last of which is the sum of all; has
   *     room for {@code most + 1}; may be the values' own buffer
   * @param countBuffer holds the number of values
   * @param countWord where
   * @param most no more values than this are summed, whatever the word says
   */
  public void exclusive(
      GlBuffer values, GlBuffer sums, GlBuffer countBuffer, long countWord, long most) {
    exclusive(values, sums, new ElementCount(countBuffer, countWord, most, false));
  }

  void exclusive(GlBuffer values, GlBuffer sums, ElementCount count) {
    if (values.words() < count.most() || sums.words() < count.most() + 1) {
      throw new IllegalArgumentException(
          "%d values do not fit in %d words, or their sums in %d"
              .formatted(count.most(), values.words(), sums.words()));
    }
    List<Long> tiles = tilesOfLevels(count.most());
    if (!count.known()) {
      count.tell(groups.with("arguments", arguments)).set("levels", tiles.size()).dispatch(1);
    }
    int top = tiles.size() - 1;
    for (int level = 0; level < top; level++) {
      GlBuffer from = level == 0 ? values : levels.get(level - 1).get();
      GlBuffer totals = scratch(level, tiles.get(level) + 1);
      GlCall call = reduce.with("values", from).with("totals", totals).set("level", level);
      start(count.tell(call), count, level, tiles);
    }
    for (int level = top; level >= 0; level--) {
      GlBuffer from = level == 0 ? values : levels.get(level - 1).get();
      GlCall call =
          scan.with("values", from)
              .with("offsets", level == top ? from : levels.get(level).get())
              .with("sums", level == 0 ? sums : from)
              .set("level", level)
              .set("top", level == top ? 1 : 0);
      start(count.tell(call), count, level, tiles);
    }
  }

  /** How many tiles each level has; the last one has a single tile. */
  private List<Long> tilesOfLevels(long words) {
    List<Long> tiles = new ArrayList<>();
    long left = words;
    do {
      left = Math.max(1, Math.ceilDiv(left, tile));
      tiles.add(left);
    } while (left > 1);
    return tiles;
  }

  private void start(GlCall call, ElementCount count, int level, List<Long> tiles) {
    if (count.known()) {
      call.dispatch(tiles.get(level));
    } else {
      call.dispatchIndirect(arguments, 3L * level);
    }
  }

  private GlBuffer scratch(int level, long words) {
    if (level == levels.size()) {
      levels.add(new GrowingBuffer(context));
    }
    return levels.get(level).atLeast(words);
  }

  /** Gives the memory back; from any thread. */
  @Override
  public void close() {
    known.close();
    arguments.close();
    levels.forEach(GrowingBuffer::close);
  }
}

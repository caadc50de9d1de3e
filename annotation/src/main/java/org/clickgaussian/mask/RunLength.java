package org.clickgaussian.mask;

import java.util.Arrays;
import org.clickgaussian.io.InputException;

/**
 * A region of an image as run lengths, in COCO's order: the pixels column by column, from the top
 * down, the lengths of the runs alternately outside and inside the region, beginning outside (a
 * first run of 0 where the first pixel is inside).
 *
 * <p>Immutable. Runs are kept in normal form, without empty runs except the first, so that equal
 * regions are equal objects.
 */
public final class RunLength {
  private final int width;
  private final int height;
  private final int[] runs;
  private final int area;

  private RunLength(int width, int height, int[] runs) {
    this.width = width;
    this.height = height;
    this.runs = runs;
    this.area = insideLength(runs);
  }

  /**
   * A region from its run lengths, as the uncompressed form lists them.
   *
   * @throws InputException if the size is impossible (see {@link BitMask#MAX_PIXELS}), a length is
   *     negative, or the lengths do not sum to width · height
   */
  public static RunLength of(int width, int height, int... counts) {
    RunBuilder runs = new RunBuilder(width, height);
    for (int i = 0; i < counts.length; i++) {
      runs.add(i % 2 == 1, counts[i]);
    }
    return runs.build();
  }

  /**
   * A region from COCO's compressed form (see {@link CompressedRuns}).
   *
   * @throws InputException as {@link #of} does, and if the text is cut off or has other characters
   */
  public static RunLength parse(int width, int height, String compressed) {
    RunBuilder runs = new RunBuilder(width, height);
    CompressedRuns.read(compressed, runs);
    return runs.build();
  }

  /** The region of a mask. */
  public static RunLength encode(BitMask mask) {
    RunBuilder runs = new RunBuilder(mask.width(), mask.height());
    for (int x = 0; x < mask.width(); x++) {
      int start = 0;
      for (int y = 1; y <= mask.height(); y++) {
        if (y == mask.height() || mask.get(x, y) != mask.get(x, start)) {
          runs.add(mask.get(x, start), y - start);
          start = y;
        }
      }
    }
    return runs.build();
  }

  /** Runs that were checked, in normal form. */
  static RunLength ofNormal(int width, int height, int[] runs) {
    return new RunLength(width, height, runs);
  }

  /** Pixels in a row of the image. */
  public int width() {
    return width;
  }

  /** Pixels in a column of the image. */
  public int height() {
    return height;
  }

  /** The number of pixels in the region. */
  public int area() {
    return area;
  }

  /** The run lengths, as the uncompressed form lists them: a copy. */
  public int[] counts() {
    return runs.clone();
  }

  /** The region in COCO's compressed form (see {@link CompressedRuns}). */
  public String compressed() {
    return CompressedRuns.write(runs);
  }

  /** Whether the pixel at column x and row y is in the region; takes time with the runs. */
  public boolean contains(int x, int y) {
    long wanted = (long) x * height + y;
    long end = 0;
    for (int i = 0; i < runs.length; i++) {
      end += runs[i];
      if (wanted < end) {
        return i % 2 == 1;
      }
    }
    return false;
  }

  /** The region as a mask. */
  public BitMask decode() {
    BitMask mask = new BitMask(width, height);
    int position = 0;
    for (int i = 0; i < runs.length; i++) {
      int end = position + runs[i];
      for (int p = position; i % 2 == 1 && p < end; p++) {
        mask.set(p / height, p % height);
      }
      position = end;
    }
    return mask;
  }

  /**
   * The smallest box around the region, as SAM's {@code amg.py} writes it: left column, top row,
   * and the differences to the right column and bottom row, so that one pixel has a box of size 0.
   * All zero where the region is empty.
   */
  public Box bounds() {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    int position = 0;
    for (int i = 0; i + 1 < runs.length; i += 2) {
      int start = position + runs[i];
      int last = start + runs[i + 1] - 1;
      boolean oneColumn = start / height == last / height;
      left = Math.min(left, start / height);
      right = Math.max(right, last / height);
      top = oneColumn ? Math.min(top, start % height) : 0;
      bottom = oneColumn ? Math.max(bottom, last % height) : height - 1;
      position = last + 1;
    }
    return right < 0 ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
  }

  /**
   * The region in an image of another size, by the nearest pixel as {@link BitMask#resized} does
   * it. Needs memory with the runs of the result, not with the pixels of either image.
   *
   * @throws InputException if the size is impossible
   */
  public RunLength resized(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    RunBuilder resized = new RunBuilder(newWidth, newHeight);
    int[] columns = NearestSampling.sources(width, newWidth);
    int run = 0;
    long runStart = 0;
    for (int column : columns) {
      long columnStart = (long) column * height;
      // Enlarging asks for the same column several times; each time from its first run on.
      while (runStart + runs[run] <= columnStart) {
        runStart += runs[run++];
      }
      resizeColumn(resized, run, (int) (runStart - columnStart), newHeight);
    }
    return resized.build();
  }

  /**
   * Appends one resized column.
   *
   * @param run the run that holds the old column's first pixel
   * @param start where that run begins, relative to the column's first pixel
   */
  private void resizeColumn(RunBuilder resized, int run, int start, int newHeight) {
    int done = 0;
    long begin = start;
    for (int i = run; done < newHeight; i++) {
      begin += runs[i];
      int end =
          begin >= height
              ? newHeight
              : NearestSampling.firstAtOrAfter((int) begin, height, newHeight);
      resized.add(i % 2 == 1, end - done);
      done = end;
    }
  }

  /** Writes the label to the region's pixels of a map int[width · height], column by column. */
  void paint(int[] columns, int label) {
    int position = 0;
    for (int i = 0; i + 1 < runs.length; i += 2) {
      int start = position + runs[i];
      position = start + runs[i + 1];
      Arrays.fill(columns, start, position, label);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunLength region
        && width == region.width
        && height == region.height
        && Arrays.equals(runs, region.runs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(runs);
  }

  @Override
  public String toString() {
    return area + " of " + width + " × " + height + " pixels in " + runs.length + " runs";
  }

  private static int insideLength(int[] runs) {
    int length = 0;
    for (int i = 1; i < runs.length; i += 2) {
      length += runs[i];
    }
    return length;
  }
}

package org.clickgaussian.mask;

import java.util.Arrays;

/**
 * A region of an image: one bit a pixel, packed into 64-bit words row by row (every row begins a
 * new word).
 *
 * <p>Pixels are addressed by column x (0 at the left) and row y (0 at the top). Instances are
 * filled by one thread and can then be read by many. The operations that return a mask leave this
 * one as it is.
 */
public final class BitMask {
  /** The most pixels that a mask may have: 2^27, a square of about 11,600 pixels a side. */
  public static final int MAX_PIXELS = 1 << 27;

  private final int width;
  private final int height;
  private final int wordsPerRow;
  private final long[] words;

  /**
   * An empty region.
   *
   * @throws IllegalArgumentException if a side is below 1 or there are more than {@link
   *     #MAX_PIXELS} pixels
   */
  public BitMask(int width, int height) {
    if (!isPossibleSize(width, height)) {
      throw new IllegalArgumentException("no mask has " + width + " × " + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.wordsPerRow = (width + 63) >>> 6;
    this.words = new long[wordsPerRow * height];
  }

  private BitMask(int width, int height, long[] words) {
    this.width = width;
    this.height = height;
    this.wordsPerRow = (width + 63) >>> 6;
    this.words = words;
  }

  /** Whether both sides are at least 1 and there are at most {@link #MAX_PIXELS} pixels. */
  public static boolean isPossibleSize(long width, long height) {
    return width >= 1
        && height >= 1
        && width <= MAX_PIXELS
        && height <= MAX_PIXELS
        && width * height <= MAX_PIXELS;
  }

  /** Pixels in a row. */
  public int width() {
    return width;
  }

  /** Pixels in a column. */
  public int height() {
    return height;
  }

  /** Whether the pixel at column x and row y belongs to the region. */
  public boolean get(int x, int y) {
    return (words[word(x, y)] >>> x & 1) != 0;
  }

  /** Takes the pixel at column x and row y into the region. */
  public void set(int x, int y) {
    words[word(x, y)] |= 1L << x;
  }

  /** Takes the pixel at column x and row y out of the region if it was in it, else into it. */
  public void flip(int x, int y) {
    words[word(x, y)] ^= 1L << x;
  }

  /** Takes the pixels of row y from column {@code from} up to, without, {@code to} into it. */
  public void setRow(int y, int from, int to) {
    if (from >= to) {
      return;
    }
    int first = word(from, y);
    int last = word(to - 1, y);
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      words[first] |= head & tail;
      return;
    }
    words[first] |= head;
    Arrays.fill(words, first + 1, last, -1L);
    words[last] |= tail;
  }

  /**
   * Replaces every row by its running parity: a pixel is in the new region if an odd number of the
   * pixels from the row's beginning up to itself were in the old one. Even-odd filling is this,
   * after one flip at each place where an outline crosses the row.
   */
  public void accumulateParity() {
    for (int y = 0; y < height; y++) {
      long carry = 0;
      for (int w = y * wordsPerRow; w < (y + 1) * wordsPerRow; w++) {
        long parity = words[w];
        for (int shift = 1; shift < 64; shift <<= 1) {
          parity ^= parity << shift;
        }
        words[w] = parity ^ carry;
        carry = words[w] >> 63;
      }
      words[(y + 1) * wordsPerRow - 1] &= -1L >>> -width;
    }
  }

  /** The number of pixels in the region. */
  public long area() {
    long area = 0;
    for (long bits : words) {
      area += Long.bitCount(bits);
    }
    return area;
  }

  /** The number of pixels that both regions share; both of the same size. */
  public long intersectionArea(BitMask other) {
    requireSameSize(other);
    long area = 0;
    for (int w = 0; w < words.length; w++) {
      area += Long.bitCount(words[w] & other.words[w]);
    }
    return area;
  }

  /** The number of pixels in either region; both of the same size. */
  public long unionArea(BitMask other) {
    return area() + other.area() - intersectionArea(other);
  }

  /** The pixels of either region; both of the same size. */
  public BitMask plus(BitMask other) {
    requireSameSize(other);
    BitMask both = new BitMask(width, height);
    for (int w = 0; w < words.length; w++) {
      both.words[w] = words[w] | other.words[w];
    }
    return both;
  }

  /** The pixels of this region that the other has not; both of the same size. */
  public BitMask minus(BitMask other) {
    requireSameSize(other);
    BitMask rest = new BitMask(width, height);
    for (int w = 0; w < words.length; w++) {
      rest.words[w] = words[w] & ~other.words[w];
    }
    return rest;
  }

  /**
   * The region in an image of another size, by the nearest pixel: column x takes column ⌊(x + ½) ·
   * width / newWidth⌋, rows alike. Returns this where the size is the same.
   */
  public BitMask resized(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    BitMask resized = new BitMask(newWidth, newHeight);
    int[] columns = NearestSampling.sources(width, newWidth);
    int[] rows = NearestSampling.sources(height, newHeight);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        if (get(columns[x], rows[y])) {
          resized.set(x, y);
        }
      }
    }
    return resized;
  }

  /**
   * The region without a border of {@code distance} pixels: what is left are the pixels whose whole
   * square of 2 · distance + 1 pixels a side (Chebyshev distance) lies inside the region. What lies
   * outside of the image is not in the region.
   */
  public BitMask eroded(int distance) {
    return new BitMask(
        width, height, SquareMorphology.erode(words, width, height, distance, false));
  }

  /**
   * The region with a border of {@code distance} pixels around it, cut at the image: the pixels in
   * whose square of 2 · distance + 1 pixels a side (Chebyshev distance) the region has a pixel.
   */
  public BitMask dilated(int distance) {
    long[] eroded = SquareMorphology.erode(complement(words), width, height, distance, true);
    return new BitMask(width, height, complement(eroded));
  }

  /**
   * The region's pixels within {@code distance} pixels of a pixel outside of it, or of the image's
   * border (Chebyshev distance): the region minus its erosion. Boundary IoU (Cheng et al. 2021)
   * compares the boundaries of two regions with the distance of {@link #boundaryDistance}.
   */
  public BitMask boundary(int distance) {
    return minus(eroded(distance));
  }

  /** The share of the diagonal, rounded to pixels and at least 1; Boundary IoU takes 0.02. */
  public int boundaryDistance(double shareOfDiagonal) {
    return (int) Math.max(1, Math.rint(shareOfDiagonal * Math.hypot(width, height)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BitMask mask
        && width == mask.width
        && height == mask.height
        && Arrays.equals(words, mask.words);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return area() + " of " + width + " × " + height + " pixels";
  }

  private int word(int x, int y) {
    if (x < 0 || x >= width || y < 0 || y >= height) {
      throw new IndexOutOfBoundsException(
          "pixel " + x + ", " + y + " of " + width + " × " + height);
    }
    return y * wordsPerRow + (x >>> 6);
  }

  private long[] complement(long[] of) {
    long[] complement = new long[of.length];
    for (int w = 0; w < of.length; w++) {
      complement[w] = (w + 1) % wordsPerRow == 0 ? ~of[w] & -1L >>> -width : ~of[w];
    }
    return complement;
  }

  private void requireSameSize(BitMask other) {
    if (width != other.width || height != other.height) {
      throw new IllegalArgumentException("masks of different sizes: " + this + ", " + other);
    }
  }
}

package org.clickgaussian.training;

import java.util.Arrays;
import java.util.BitSet;
import org.clickgaussian.math.RandomStream;

/**
 * Draws distinct pixels with weights size^−importance of their segments: 1 makes all segments
 * equally likely whatever their size, 0 makes all pixels equally likely. A segment is drawn with
 * weight size^(1 − importance), then a pixel of it uniformly, and pixels drawn before are drawn
 * again: the sequential draw without replacement.
 */
final class PixelSampler {
  private final int[] members;
  private final int[] starts;
  private final double importance;
  private final double[] cumulatedWeights;

  /**
   * Sorts the pixels by their segments.
   *
   * @param segments the segment of each pixel, 0 where it has none; pixels are meant by their index
   *     in this array
   * @param importance how much small segments are favoured, 0 to 1
   */
  PixelSampler(int[] segments, double importance) {
    int count = Arrays.stream(segments).max().orElse(0);
    int[] sizes = new int[count + 2];
    for (int segment : segments) {
      sizes[segment]++;
    }
    int[] ends = new int[count + 1];
    int unlabelled = sizes[0];
    int end = 0;
    for (int segment = 1; segment <= count; segment++) {
      ends[segment] = end;
      end += sizes[segment];
    }
    this.members = new int[segments.length - unlabelled];
    for (int pixel = 0; pixel < segments.length; pixel++) {
      if (segments[pixel] > 0) {
        members[ends[segments[pixel]]++] = pixel;
      }
    }
    this.starts = startsOfNonEmpty(sizes, count);
    this.importance = importance;
    this.cumulatedWeights = new double[starts.length];
    for (int segment = 0; segment + 1 < starts.length; segment++) {
      double weight = StrictMath.pow(size(segment), 1 - importance);
      cumulatedWeights[segment + 1] = cumulatedWeights[segment] + weight;
    }
  }

  private int size(int segment) {
    return starts[segment + 1] - starts[segment];
  }

  private int drawSegment(RandomStream random) {
    int segments = starts.length - 1;
    double at = random.nextDouble() * cumulatedWeights[segments];
    int found = Arrays.binarySearch(cumulatedWeights, 0, segments + 1, at);
    return Math.min(found >= 0 ? found : -found - 2, segments - 1);
  }

  private static int[] startsOfNonEmpty(int[] sizes, int count) {
    int[] starts = new int[count + 1];
    int kept = 0;
    int start = 0;
    for (int segment = 1; segment <= count; segment++) {
      if (sizes[segment] > 0) {
        starts[kept++] = start;
        start += sizes[segment];
      }
    }
    starts[kept] = start;
    return Arrays.copyOf(starts, kept + 1);
  }

  /** The number of pixels that have a segment. */
  int labelled() {
    return members.length;
  }

  /**
   * Draws pixels.
   *
   * @param wanted how many; fewer come where there are no more
   * @param taken pixels that must not be drawn; those drawn are added
   * @return the pixels in the order in which they were drawn
   */
  int[] draw(int wanted, BitSet taken, RandomStream random) {
    int free = 0;
    for (int pixel : members) {
      free += taken.get(pixel) ? 0 : 1;
    }
    // Drawing again and again for the last few pixels would take long: then rank all by a key.
    return wanted > free / 2
        ? drawByKeys(Math.min(wanted, free), taken, random)
        : drawByRejection(wanted, taken, random);
  }

  private int[] drawByRejection(int wanted, BitSet taken, RandomStream random) {
    int[] drawn = new int[wanted];
    int count = 0;
    while (count < wanted) {
      int segment = drawSegment(random);
      int pixel = members[starts[segment] + random.nextInt(size(segment))];
      if (!taken.get(pixel)) {
        taken.set(pixel);
        drawn[count++] = pixel;
      }
    }
    return drawn;
  }

  /**
   * The same law by exponential keys (Efraimidis and Spirakis, 2006): the {@code wanted} smallest
   * of E · size^importance, E drawn from the exponential distribution for each pixel.
   */
  private int[] drawByKeys(int wanted, BitSet taken, RandomStream random) {
    record Keyed(double key, int pixel) {}
    Keyed[] keyed = new Keyed[members.length];
    int count = 0;
    for (int segment = 0; segment + 1 < starts.length; segment++) {
      double scale = StrictMath.pow(size(segment), importance);
      for (int m = starts[segment]; m < starts[segment + 1]; m++) {
        double key = -StrictMath.log(1 - random.nextDouble()) * scale;
        if (!taken.get(members[m])) {
          keyed[count++] = new Keyed(key, members[m]);
        }
      }
    }
    Arrays.sort(
        keyed,
        0,
        count,
        (a, b) ->
            a.key != b.key ? Double.compare(a.key, b.key) : Integer.compare(a.pixel, b.pixel));
    int[] drawn = new int[wanted];
    for (int i = 0; i < wanted; i++) {
      drawn[i] = keyed[i].pixel;
      taken.set(drawn[i]);
    }
    return drawn;
  }
}

package org.clickgaussian.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.clickgaussian.math.RandomStream;

/**
 * Draws distinct pixels with weights size^−importance of their segments: 1 makes all segments
 * equally likely whatever their size, 0 makes all pixels equally likely. A segment is drawn with
 * weight size^(1 − importance), then a pixel of it uniformly, and pixels drawn before are drawn
 * again: the sequential draw without replacement.
 *
 * <p>The pixels may be a part of a view only. The sizes are then still those of the segments in the
 * whole view: a part that was drawn by this law holds fewer pixels of a large segment already, and
 * its own sizes would favour small segments twice.
 */
final class PixelSampler {
  private final int[] members;
  private final int[] starts;
  private final double[] cumulatedWeights;

  /**
   * Sorts the pixels of a whole view by their segments.
   *
   * @param segments the segment of each pixel, 0 where it has none; pixels are meant by their index
   *     in this array
   * @param importance how much small segments are favoured, 0 to 1
   */
  PixelSampler(int[] segments, double importance) {
    this(segments, sizes(segments), importance);
  }

  /**
   * Sorts some pixels of a view by their segments.
   *
   * @param segments the segment of each pixel, as in the other constructor
   * @param viewSizes by segment the number of its pixels in the view, as {@link #sizes} counts them
   * @param importance how much small segments are favoured, 0 to 1
   */
  PixelSampler(int[] segments, int[] viewSizes, double importance) {
    int[] sizes = sizes(segments);
    int count = sizes.length - 1;
    int[] ends = new int[count + 1];
    int end = 0;
    for (int segment = 1; segment <= count; segment++) {
      ends[segment] = end;
      end += sizes[segment];
    }
    this.members = new int[end];
    for (int pixel = 0; pixel < segments.length; pixel++) {
      if (segments[pixel] > 0) {
        members[ends[segments[pixel]]++] = pixel;
      }
    }
    int[] kept = IntStream.rangeClosed(1, count).filter(segment -> sizes[segment] > 0).toArray();
    this.starts = new int[kept.length + 1];
    this.cumulatedWeights = new double[kept.length + 1];
    for (int k = 0; k < kept.length; k++) {
      starts[k + 1] = starts[k] + sizes[kept[k]];
      double weight = StrictMath.pow(viewSizes[kept[k]], 1 - importance);
      cumulatedWeights[k + 1] = cumulatedWeights[k] + weight;
    }
  }

  /** The number of pixels of each segment, 0 first: int[largest segment + 1]. */
  static int[] sizes(int[] segments) {
    int[] sizes = new int[Arrays.stream(segments).max().orElse(0) + 1];
    for (int segment : segments) {
      sizes[segment]++;
    }
    return sizes;
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
   * of E / weight, E drawn from the exponential distribution for each pixel, the weight of a pixel
   * being its segment's over the segment's pixels here.
   */
  private int[] drawByKeys(int wanted, BitSet taken, RandomStream random) {
    record Keyed(double key, int pixel) {}
    Keyed[] keyed = new Keyed[members.length];
    int count = 0;
    for (int segment = 0; segment + 1 < starts.length; segment++) {
      double scale = size(segment) / (cumulatedWeights[segment + 1] - cumulatedWeights[segment]);
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

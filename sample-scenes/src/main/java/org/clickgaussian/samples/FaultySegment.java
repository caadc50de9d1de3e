package org.clickgaussian.samples;

import java.util.List;
import java.util.function.IntPredicate;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.math.RandomStream;

/**
 * A segment as it was found.
 *
 * @param region its pixels
 * @param faults the number of faults that it suffered
 */
record FaultySegment(Region region, int faults) {
  private static final double CLEAN_SCORE = 0.965;
  private static final double LOSS_BY_FAULT = 0.035;
  private static final double SPREAD = 0.015;

  /** The segment without the pixels for which something does not hold. */
  FaultySegment where(IntPredicate holds) {
    return new FaultySegment(region.where(holds), faults);
  }

  /** The segment as automatic mask generation writes it, found from one of its pixels. */
  SegmentRecord record(int width, int height, RandomStream random) {
    int pixel = region.pixels()[random.nextInt(region.area())];
    PromptPoint prompt = new PromptPoint(pixel / height + 0.5, pixel % height + 0.5);
    return new SegmentRecord(
        region.runs(width, height),
        score(random),
        score(random),
        List.of(prompt),
        new Box(0, 0, width, height));
  }

  private double score(RandomStream random) {
    return Math.clamp(
        CLEAN_SCORE - LOSS_BY_FAULT * faults + SPREAD * random.nextGaussian(), 0.8, 1);
  }
}

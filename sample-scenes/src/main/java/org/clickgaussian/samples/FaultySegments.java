package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.math.RandomStream;

/**
 * Simulates the segments that automatic mask generation finds in a view, with its faults.
 *
 * <p>It starts from the true visible regions of objects, of parts, and of the sub-parts of some
 * parts: the sub-parts of a part are proposed with a probability of {@value #SUB_PART_PROBABILITY}
 * in a view. Regions of fewer than 16 pixels are not found. A part that is all there is to see of
 * its object gives no second record, nor does a sub-part that is all of its part: non-maximum
 * suppression would remove the twin.
 *
 * <p>Then every segment draws, independently of the others and once for each fault, whether it
 * suffers it (see {@link FaultRates}):
 *
 * <ul>
 *   <li>dropped: there is no record of it, whatever else it drew;
 *   <li>displaced: its border moves by 2 to 6 pixels ({@link BorderDisplacement});
 *   <li>merged: its record also covers another segment of its kind (object, part, sub-part) that
 *       touches it, drawn from those that do. The other keeps its own record and its own fate, as
 *       segments suffer faults independently. Where none touches it, it stays as it is;
 *   <li>split: a wavy cut makes two records of it.
 * </ul>
 *
 * <p>Last, one tenth of the image's pixels is taken out of every record ({@link UnlabelledPixels}),
 * and records of fewer than 16 pixels are left out. The records come in random order and say
 * nothing about their level. Predicted IoU and stability lie in 0.8 to 1, lower on average with
 * each fault. All follows from the seed and the number of the view.
 */
final class FaultySegments {
  /** How often the sub-parts of a part are proposed. */
  static final double SUB_PART_PROBABILITY = 0.15;

  private final SampleScene sample;
  private final FaultRates rates;

  FaultySegments(SampleScene sample, FaultRates rates) {
    this.sample = sample;
    this.rates = rates;
  }

  /**
   * What came out for a view.
   *
   * @param records the segments
   * @param tally how many segments drew which fault
   */
  record Outcome(List<SegmentRecord> records, Tally tally) {}

  /**
   * How many segments drew which fault.
   *
   * @param segments the true segments
   * @param merged drew a merger and had a neighbour to merge with
   */
  record Tally(int segments, int dropped, int merged, int split, int displaced) {}

  /**
   * The segments of a view.
   *
   * @param truth the true labels
   * @param view the number of the view
   */
  Outcome of(LabelImage truth, int view) {
    int width = sample.settings().width();
    int height = sample.settings().height();
    ViewFaults faults = new ViewFaults(rates, sample.settings().seed(), view, width, height);
    List<FaultySegment> found = new ArrayList<>();
    for (TrueSegments level : levels(truth, view, width, height)) {
      found.addAll(faults.of(level));
    }
    RandomStream random = stream("unlabelled", view);
    boolean[] unlabelled = UnlabelledPixels.choose(truth.parts(), width, height, random);
    return new Outcome(records(found, unlabelled, view), faults.tally());
  }

  private List<TrueSegments> levels(LabelImage truth, int view, int width, int height) {
    int objectCount = sample.labels().objects().size();
    int partCount = sample.labels().parts().size();
    int[] objectAreas = areas(truth.objects(), objectCount);
    int[] partAreas = areas(truth.parts(), partCount);
    boolean[] proposed = new boolean[partCount + 1];
    RandomStream random = stream("sub-part proposals", view);
    for (int part = 1; part <= partCount; part++) {
      proposed[part] = random.nextDouble() < SUB_PART_PROBABILITY;
    }
    int[] partOf = sample.subParts().partOf();
    return List.of(
        TrueSegments.of(truth.objects(), width, height, objectCount, (label, area) -> true),
        TrueSegments.of(
            truth.parts(),
            width,
            height,
            partCount,
            (part, area) -> area < objectAreas[sample.labels().objectOf(part)]),
        TrueSegments.of(
            truth.subParts(),
            width,
            height,
            sample.subParts().count(),
            (sub, area) -> proposed[partOf[sub]] && area < partAreas[partOf[sub]]));
  }

  private static int[] areas(int[] image, int count) {
    int[] areas = new int[count + 1];
    for (int label : image) {
      areas[label]++;
    }
    return areas;
  }

  private List<SegmentRecord> records(List<FaultySegment> found, boolean[] unlabelled, int view) {
    int[] order = new int[found.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    RandomStream random = stream("records", view);
    random.shuffle(order);
    List<SegmentRecord> records = new ArrayList<>();
    for (int i : order) {
      FaultySegment segment = found.get(i).where(pixel -> !unlabelled[pixel]);
      if (segment.region().area() >= TrueSegments.LEAST_AREA) {
        records.add(segment.record(sample.settings().width(), sample.settings().height(), random));
      }
    }
    return records;
  }

  private RandomStream stream(String purpose, int view) {
    return new RandomStream(sample.settings().seed(), purpose, view);
  }
}

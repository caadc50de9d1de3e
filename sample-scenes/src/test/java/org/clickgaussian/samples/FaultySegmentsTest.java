package org.clickgaussian.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.samples.FaultySegments.Outcome;
import org.clickgaussian.samples.FaultySegments.Tally;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultySegmentsTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final SampleSettings SETTINGS = new SampleSettings(5, 4000, 3, WIDTH, HEIGHT, 0.2);

  private static SampleScene sample;
  private static LabelImage truth;

  @BeforeAll
  static void generate() {
    sample = TinySamples.generate(SETTINGS, 2);
    truth = TinySamples.labels(sample, 0);
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  private static Outcome outcome(double r, int view) {
    return new FaultySegments(sample, FaultRates.all(r)).of(truth, view);
  }

  @Test
  void withoutFaultsRecordsAreTheTrueRegionsWithoutTheUnlabelledPixels() {
    boolean[] unlabelled =
        UnlabelledPixels.choose(
            truth.parts(), WIDTH, HEIGHT, new RandomStream(SETTINGS.seed(), "unlabelled", 1));
    List<SegmentRecord> records = outcome(0, 1).records();
    Set<Object> found = new HashSet<>();
    records.forEach(record -> found.add(record.mask()));
    assertThat(found).as("no twins").hasSameSizeAs(records);
    Set<Object> objects = regions(truth.objects(), sample.labels().objects().size(), unlabelled);
    Set<Object> parts = regions(truth.parts(), sample.labels().parts().size(), unlabelled);
    Set<Object> subParts = regions(truth.subParts(), sample.subParts().count(), unlabelled);
    assertThat(found).containsAll(objects).containsAll(parts);
    Set<Object> others = new HashSet<>(found);
    others.removeAll(objects);
    others.removeAll(parts);
    assertThat(subParts).containsAll(others);
    assertThat(others).isNotEmpty();
  }

  private static Set<Object> regions(int[] image, int count, boolean[] unlabelled) {
    Set<Object> regions = new HashSet<>();
    TrueSegments level = TrueSegments.of(image, WIDTH, HEIGHT, count, (label, area) -> true);
    for (Region region : level.regions()) {
      Region labelled = region.where(pixel -> !unlabelled[pixel]);
      if (labelled.area() >= TrueSegments.LEAST_AREA) {
        regions.add(labelled.runs(WIDTH, HEIGHT));
      }
    }
    return regions;
  }

  @Test
  void oneTenthOfThePixelsIsInNoRecord() {
    List<SegmentRecord> records = outcome(0, 2).records();
    boolean[] unlabelled =
        UnlabelledPixels.choose(
            truth.parts(), WIDTH, HEIGHT, new RandomStream(SETTINGS.seed(), "unlabelled", 2));
    int chosen = 0;
    int inRecords = 0;
    for (int pixel = 0; pixel < unlabelled.length; pixel++) {
      int x = pixel / HEIGHT;
      int y = pixel % HEIGHT;
      boolean found = records.stream().anyMatch(record -> record.mask().contains(x, y));
      chosen += unlabelled[pixel] ? 1 : 0;
      inRecords += found ? 1 : 0;
      assertThat(found && unlabelled[pixel]).isFalse();
    }
    assertThat(chosen).isEqualTo(WIDTH * HEIGHT / 10);
    // The few others belong to regions too small to be found.
    assertThat(inRecords).isBetween((int) (0.88 * WIDTH * HEIGHT), (int) (0.9 * WIDTH * HEIGHT));
  }

  @Test
  void everyFaultIsDrawnAtItsRate() {
    double rate = 0.2;
    int[] counts = new int[5];
    for (int view = 0; view < 80; view++) {
      Tally tally = outcome(rate, view).tally();
      counts[0] += tally.segments();
      counts[1] += tally.dropped();
      counts[2] += tally.split();
      counts[3] += tally.displaced();
      counts[4] += tally.merged();
    }
    double deviation = Math.sqrt(rate * (1 - rate) / counts[0]);
    assertThat(counts[0]).isGreaterThan(3000);
    for (int fault = 1; fault <= 3; fault++) {
      // Four standard deviations of a binomial share; the seed is fixed, so this never flickers.
      assertThat(counts[fault] / (double) counts[0])
          .isBetween(rate - 4 * deviation, rate + 4 * deviation);
    }
    // A dropped segment merges with nothing, and some have no neighbour of their kind left.
    double undropped = rate * (1 - rate);
    assertThat(counts[4] / (double) counts[0])
        .isBetween(0.85 * undropped, undropped + 4 * deviation);
  }

  @Test
  void recordsLookLikeThoseOfAutomaticMaskGeneration() {
    List<SegmentRecord> records = outcome(0.2, 4).records();
    assertThat(records).hasSizeGreaterThan(20);
    for (SegmentRecord record : records) {
      assertThat(record.predictedIou()).isBetween(0.8, 1.0);
      assertThat(record.stabilityScore()).isBetween(0.8, 1.0);
      assertThat(record.area()).isGreaterThanOrEqualTo(TrueSegments.LEAST_AREA);
      assertThat(record.mask().width()).isEqualTo(WIDTH);
      assertThat(record.mask().height()).isEqualTo(HEIGHT);
      PromptPoint point = record.points().getFirst();
      assertThat(record.mask().contains((int) point.x(), (int) point.y())).isTrue();
    }
    List<Integer> areas = records.stream().map(SegmentRecord::area).toList();
    assertThat(areas).isNotEqualTo(areas.stream().sorted().toList());
    assertThat(mean(outcome(0, 4), SegmentRecord::predictedIou))
        .isGreaterThan(mean(outcome(0.5, 4), SegmentRecord::predictedIou));
  }

  private static double mean(Outcome outcome, ToDoubleFunction<SegmentRecord> score) {
    return outcome.records().stream().mapToDouble(score).average().orElseThrow();
  }

  @Test
  void viewsHaveFaultsOfTheirOwnThatStayTheSame() {
    assertThat(outcome(0.2, 3)).isEqualTo(outcome(0.2, 3));
    assertThat(outcome(0.2, 3).records()).isNotEqualTo(outcome(0.2, 4).records());
  }
}

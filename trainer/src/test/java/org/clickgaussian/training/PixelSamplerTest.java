package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelSamplerTest {
  /** Ten pixels without a segment, 30 of segment 1, 300 of segment 2, 3,000 of segment 4. */
  private static int[] segments() {
    int[] segments = new int[3340];
    Arrays.fill(segments, 10, 40, 1);
    Arrays.fill(segments, 40, 340, 2);
    Arrays.fill(segments, 340, 3340, 4);
    return segments;
  }

  @Test
  void everySegmentIsAsLikelyWhateverItsSize() {
    PixelSampler sampler = new PixelSampler(segments(), 1);
    int[] hits = new int[5];
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      int[] one = sampler.draw(1, new BitSet(), new RandomStream(1, "law", i));
      hits[segments()[one[0]]]++;
    }
    // Three segments, so a third each; five standard deviations of a binomial count.
    double slack = 5 * Math.sqrt(draws * 2 / 9.0);
    assertThat(hits[0]).isZero();
    assertThat((double) hits[1]).isBetween(draws / 3.0 - slack, draws / 3.0 + slack);
    assertThat((double) hits[2]).isBetween(draws / 3.0 - slack, draws / 3.0 + slack);
    assertThat((double) hits[4]).isBetween(draws / 3.0 - slack, draws / 3.0 + slack);
  }

  /** Weights size^(1 − importance) of segments of 30, 300 and 3,000 pixels. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void importanceRunsFromPixelsToSegments(double importance) {
    PixelSampler sampler = new PixelSampler(segments(), importance);
    double[] weights = new double[5];
    weights[1] = Math.pow(30, 1 - importance);
    weights[2] = Math.pow(300, 1 - importance);
    weights[4] = Math.pow(3000, 1 - importance);
    double total = Arrays.stream(weights).sum();
    int draws = 20_000;
    int[] hits = new int[5];
    for (int i = 0; i < draws; i++) {
      hits[segments()[sampler.draw(1, new BitSet(), new RandomStream(5, "law", i))[0]]]++;
    }
    for (int segment : new int[] {1, 2, 4}) {
      double share = weights[segment] / total;
      double slack = 5 * Math.sqrt(draws * share * (1 - share));
      assertThat((double) hits[segment]).isCloseTo(draws * share, within(slack));
    }
  }

  /** A part of a view, drawn by the law, is drawn from by the same law, not by its square. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void drawingFromAPartDrawnByTheLawIsDrawingFromTheView(double importance) {
    int[] segments = segments();
    double[] whole = new double[5];
    double[] part = new double[5];
    int rounds = 3000;
    for (int round = 0; round < rounds; round++) {
      RandomStream random = new RandomStream(6, "part", round);
      BitSet pool = new BitSet();
      PixelSampler view = new PixelSampler(segments, importance);
      view.draw(60, pool, random);
      int[] only = segments.clone();
      Arrays.setAll(only, pixel -> pool.get(pixel) ? segments[pixel] : 0);
      PixelSampler sampler = new PixelSampler(only, PixelSampler.sizes(segments), importance);
      whole[segments[view.draw(1, new BitSet(), random)[0]]]++;
      part[segments[sampler.draw(1, new BitSet(), random)[0]]]++;
    }
    for (int segment : new int[] {1, 2, 4}) {
      // Two binomial counts, so √2 of one's deviation; a pool rarely lacks a segment wholly.
      double share = whole[segment] / rounds;
      double slack = 5 * Math.sqrt(2 * rounds * share * (1 - share)) + 0.01 * rounds;
      assertThat(part[segment]).isCloseTo(whole[segment], within(slack));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 500, 2500, 3330, 9999})
  void pixelsAreDistinctAndLabelledAndAsManyAsThereAre(int wanted) {
    PixelSampler sampler = new PixelSampler(segments(), 1);
    BitSet taken = new BitSet();
    int[] drawn = sampler.draw(wanted, taken, new RandomStream(2, "distinct", wanted));
    assertThat(drawn).hasSize(Math.min(wanted, 3330)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(drawn)).allMatch(pixel -> segments()[pixel] > 0);
    assertThat(taken.cardinality()).isEqualTo(drawn.length);
  }

  @Test
  void bothWaysOfDrawingFollowTheSameLaw() {
    // 3,330 pixels: 1,665 are drawn by rejection, 1,666 by keys. The expected number of pixels of
    // each segment must agree.
    PixelSampler sampler = new PixelSampler(segments(), 1);
    double[] byRejection = meanCounts(sampler, 1665);
    double[] byKeys = meanCounts(sampler, 1666);
    for (int segment : new int[] {1, 2, 4}) {
      assertThat(byKeys[segment]).isCloseTo(byRejection[segment], within(segment == 4 ? 4 : 3));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double slack) {
    return org.assertj.core.data.Offset.offset(slack);
  }

  private static double[] meanCounts(PixelSampler sampler, int wanted) {
    double[] counts = new double[5];
    int rounds = 60;
    int[] segments = segments();
    for (int round = 0; round < rounds; round++) {
      for (int pixel : sampler.draw(wanted, new BitSet(), new RandomStream(3, "mean", round))) {
        counts[segments[pixel]] += 1.0 / rounds;
      }
    }
    return counts;
  }

  @Test
  void nothingComesFromNothing() {
    PixelSampler sampler = new PixelSampler(new int[20], 1);
    assertThat(sampler.labelled()).isZero();
    assertThat(sampler.draw(5, new BitSet(), new RandomStream(4, "none", 0))).isEmpty();
  }
}

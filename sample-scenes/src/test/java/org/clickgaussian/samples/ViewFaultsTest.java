package org.clickgaussian.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each fault by itself, on an image of four quarters, each of them one segment. */
class ViewFaultsTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 70;
  private static final TrueSegments QUARTERS = quarters();

  private static TrueSegments quarters() {
    int[] image = new int[WIDTH * HEIGHT];
    for (int i = 0; i < image.length; i++) {
      image[i] = 1 + (i % WIDTH < 40 ? 0 : 1) + (i / WIDTH < 30 ? 0 : 2);
    }
    return TrueSegments.of(image, WIDTH, HEIGHT, 4, (label, area) -> true);
  }

  private static List<FaultySegment> found(FaultRates rates, int view) {
    return new ViewFaults(rates, 7, view, WIDTH, HEIGHT).of(QUARTERS);
  }

  @Test
  void quartersTouchThoseBesideThem() {
    assertThat(QUARTERS.labels()).containsExactly(1, 2, 3, 4);
    assertThat(QUARTERS.touching().get(0)).containsExactly(1, 2);
    assertThat(QUARTERS.touching().get(3)).containsExactly(1, 2);
  }

  @Test
  void withoutFaultsNothingChanges() {
    List<FaultySegment> found = found(FaultRates.all(0), 0);
    for (int place = 0; place < 4; place++) {
      assertThat(found.get(place).faults()).isZero();
      assertThat(found.get(place).region().pixels())
          .isEqualTo(QUARTERS.regions().get(place).pixels());
    }
    assertThat(found).hasSize(4);
  }

  @Test
  void droppedSegmentsAreGone() {
    assertThat(found(new FaultRates(1, 1, 1, 1), 0)).isEmpty();
  }

  @Test
  void mergedSegmentsAlsoCoverANeighbourThatStaysAsItIs() {
    int merged = 0;
    for (int view = 0; view < 20; view++) {
      List<FaultySegment> found = found(new FaultRates(0.4, 0, 0, 0), view);
      assertThat(found).hasSize(4);
      for (int place = 0; place < 4; place++) {
        Region own = QUARTERS.regions().get(place);
        Set<Integer> rest = pixels(found.get(place).region());
        assertThat(rest).containsAll(pixels(own));
        rest.removeAll(pixels(own));
        boolean alone = found.get(place).faults() == 0;
        merged += alone ? 0 : 1;
        assertThat(rest.isEmpty()).isEqualTo(alone);
        boolean isNeighbour =
            Arrays.stream(QUARTERS.touching().get(place))
                .anyMatch(other -> rest.equals(pixels(QUARTERS.regions().get(other))));
        assertThat(alone || isNeighbour).isTrue();
      }
    }
    // 80 draws at 0.4: four standard deviations of a binomial count.
    assertThat(merged).isBetween(32 - 18, 32 + 18);
  }

  @Test
  void splitSegmentsFallIntoTwoPiecesOfSomeSize() {
    for (int view = 0; view < 20; view++) {
      List<FaultySegment> found = found(new FaultRates(0, 1, 0, 0), view);
      assertThat(found).hasSize(8);
      for (int place = 0; place < 4; place++) {
        Region one = found.get(2 * place).region();
        Region other = found.get(2 * place + 1).region();
        Region whole = QUARTERS.regions().get(place);
        assertThat(one.or(other).pixels()).isEqualTo(whole.pixels());
        assertThat(one.area() + other.area()).isEqualTo(whole.area());
        assertThat(one.area() / (double) whole.area()).isBetween(0.29, 0.71);
      }
    }
  }

  @Test
  void displacedBordersLieUpToSixPixelsOffAndMostOfThemAtLeastTwo() {
    int borders = 0;
    int far = 0;
    for (int view = 0; view < 10; view++) {
      List<FaultySegment> found = found(new FaultRates(0, 0, 0, 1), view);
      for (int place = 0; place < 4; place++) {
        boolean[] before = inside(QUARTERS.regions().get(place));
        boolean[] after = inside(found.get(place).region());
        for (int pixel = 0; pixel < after.length; pixel++) {
          if (before[pixel] != after[pixel]) {
            // From the pixel's centre to the old border: half a pixel less than to the next centre.
            assertThat(distance(before, pixel) - 0.5).isLessThan(6);
          }
          if (isBorder(after, pixel)) {
            borders++;
            double moved =
                before[pixel] ? distance(before, pixel) - 0.5 : distance(before, pixel) + 0.5;
            far += moved > 1.5 ? 1 : 0;
          }
        }
      }
    }
    // Less only where the border passes from outwards to inwards.
    assertThat(far / (double) borders).isGreaterThan(0.75);
  }

  private static boolean isBorder(boolean[] inside, int pixel) {
    int y = pixel % HEIGHT;
    return inside[pixel]
        && (y > 0 && !inside[pixel - 1]
            || y + 1 < HEIGHT && !inside[pixel + 1]
            || pixel >= HEIGHT && !inside[pixel - HEIGHT]
            || pixel + HEIGHT < inside.length && !inside[pixel + HEIGHT]);
  }

  /** The distance from a pixel to the nearest one on the other side, up to 12, by trying all. */
  private static double distance(boolean[] inside, int pixel) {
    double nearest = 12;
    for (int dx = -11; dx <= 11; dx++) {
      for (int dy = -11; dy <= 11; dy++) {
        int x = pixel / HEIGHT + dx;
        int y = pixel % HEIGHT + dy;
        if (x >= 0
            && x < WIDTH
            && y >= 0
            && y < HEIGHT
            && inside[x * HEIGHT + y] != inside[pixel]) {
          nearest = Math.min(nearest, Math.hypot(dx, dy));
        }
      }
    }
    return nearest;
  }

  private static boolean[] inside(Region region) {
    boolean[] inside = new boolean[WIDTH * HEIGHT];
    for (int pixel : region.pixels()) {
      inside[pixel] = true;
    }
    return inside;
  }

  private static Set<Integer> pixels(Region region) {
    return Arrays.stream(region.pixels()).boxed().collect(Collectors.toSet());
  }
}

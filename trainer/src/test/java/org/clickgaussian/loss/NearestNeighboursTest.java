package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNeighboursTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 6, 13, 207, 1500})
  void agreesWithBruteForce(int count) {
    check(count, 1e-3, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 207, 600})
  void breaksTiesByIndexOnAGrid(int count) {
    check(count, 0.5, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 207})
  void takesPointsThatAllLieTogether(int count) {
    check(count, 100, 3);
  }

  /** Coordinates are multiples of {@code grid}, drawn from a normal distribution. */
  private static void check(int count, double grid, long seed) {
    try (Arena arena = Arena.ofConfined();
        Workers workers = Workers.of(2)) {
      MemorySegment positions = arena.allocate(Math.max(4, 12L * count));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 3 * count; i++) {
        float value = (float) (Math.rint(random.nextGaussian() / grid) * grid);
        positions.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
      }
      int[] found = NearestNeighbours.find(positions, count, 5, workers, Progress.NONE);
      int perPoint = Math.max(0, Math.min(5, count - 1));
      assertThat(found).hasSize(count * perPoint);
      for (int i = 0; perPoint > 0 && i < count; i++) {
        int[] expected = bruteForce(positions, count, i, perPoint);
        assertThat(IntStream.of(found).skip((long) i * perPoint).limit(perPoint).toArray())
            .as("neighbours of %d", i)
            .isEqualTo(expected);
      }
    }
  }

  private static int[] bruteForce(MemorySegment positions, int count, int i, int wanted) {
    return IntStream.range(0, count)
        .filter(j -> j != i)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(j -> square(positions, count, i, j))
                .thenComparing(Comparator.naturalOrder()))
        .limit(wanted)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double square(MemorySegment positions, int count, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double a = positions.getAtIndex(ValueLayout.JAVA_FLOAT, (long) axis * count + i);
      double b = positions.getAtIndex(ValueLayout.JAVA_FLOAT, (long) axis * count + j);
      sum += (a - b) * (a - b);
    }
    return sum;
  }
}

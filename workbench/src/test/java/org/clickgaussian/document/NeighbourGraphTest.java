package org.clickgaussian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourGraphTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 207})
  void growsAndShrinksByTheNearestNeighbours(int count) {
    try (Workers workers = Workers.of(2);
        GaussianScene scene = TinyScenes.random(count, 3, 0)) {
      NeighbourGraph graph =
          NeighbourGraph.of(
              scene.positions().toArray(ValueLayout.JAVA_FLOAT), workers, Progress.NONE);
      GaussianSet selection = GaussianSet.where(count, i -> i % 7 < 2);
      GaussianSet invisible = GaussianSet.where(count, i -> i % 5 == 3);
      BitSet grown = selection.bits();
      BitSet shrunk = selection.bits();
      for (int i : selection.indices()) {
        for (int neighbour : nearest(scene, i)) {
          if (!invisible.contains(neighbour)) {
            grown.set(neighbour);
          }
          if (!selection.contains(neighbour) && !invisible.contains(neighbour)) {
            shrunk.clear(i);
          }
        }
      }
      assertThat(graph.grown(selection, invisible)).isEqualTo(GaussianSet.of(grown));
      assertThat(graph.shrunk(selection, invisible)).isEqualTo(GaussianSet.of(shrunk));
    }
  }

  private static int[] nearest(GaussianScene scene, int i) {
    return IntStream.range(0, scene.count())
        .filter(j -> j != i)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> square(scene, i, j)))
        .limit(NeighbourGraph.NEIGHBOURS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double square(GaussianScene scene, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double distance = (double) scene.position(i, axis) - scene.position(j, axis);
      sum += distance * distance;
    }
    return sum;
  }
}

package org.clickgaussian.feature.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.Candidates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityMatrixTest {

  private static Candidates random(int count, int dimensions) {
    SplittableRandom random = new SplittableRandom(5);
    float[] vectors = new float[count * dimensions];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return new Candidates(count, dimensions, vectors);
  }

  private static double cosine(Candidates candidates, int a, int b) {
    double product = 0;
    double squares = 0;
    double others = 0;
    for (int d = 0; d < candidates.dimensions(); d++) {
      double x = candidates.vectors()[a * candidates.dimensions() + d];
      double y = candidates.vectors()[b * candidates.dimensions() + d];
      product += x * y;
      squares += x * x;
      others += y * y;
    }
    return product / Math.sqrt(squares * others);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 13, 60})
  void holdsTheCosinesOfAllPairs(int count) {
    Candidates candidates = random(count, 12);
    SimilarityMatrix matrix = SimilarityMatrix.of(candidates, new int[count]);
    assertThat(Arrays.stream(matrix.order()).sorted().toArray())
        .isEqualTo(IntStream.range(0, count).toArray());
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < count; column++) {
        assertThat((double) matrix.at(row, column))
            .isCloseTo(
                cosine(candidates, matrix.order()[row], matrix.order()[column]), within(1e-6));
      }
    }
  }

  @Test
  void pairsAboveAMarginAreFoundMostAlikeFirst() {
    SimilarityMatrix matrix = SimilarityMatrix.of(random(40, 4), new int[40]);
    List<SimilarityMatrix.Pair> pairs = matrix.above(0.5);
    long expected =
        IntStream.range(0, 1600).filter(i -> i % 40 > i / 40 && matrix.cosines()[i] > 0.5).count();
    assertThat(pairs).hasSize((int) expected).isNotEmpty();
    for (int i = 1; i < pairs.size(); i++) {
      assertThat(pairs.get(i).cosine()).isLessThanOrEqualTo(pairs.get(i - 1).cosine());
    }
  }

  @Test
  void thoseOfOneParentLieTogether() {
    int[] parents = IntStream.range(0, 40).map(i -> i % 7 - 1).toArray();
    SimilarityMatrix matrix = SimilarityMatrix.of(random(40, 4), parents);
    Set<Integer> done = new HashSet<>();
    for (int row = 0; row < 40; row++) {
      assertThat(matrix.parents()[row]).isEqualTo(parents[matrix.order()[row]]);
      if (row > 0 && matrix.parents()[row] != matrix.parents()[row - 1]) {
        assertThat(done.add(matrix.parents()[row - 1])).isTrue();
      }
    }
  }

  /** Every branch of a plain average linkage is one piece of the order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 13, 50})
  void branchesLieTogether(int count) {
    Candidates candidates = random(count, 6);
    double[][] similarity = new double[count][count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        similarity[a][b] = cosine(candidates, a, b);
      }
    }
    int[] order = LinkageOrder.of(similarity);
    int[] place = new int[count];
    for (int i = 0; i < count; i++) {
      place[order[i]] = i;
    }
    List<List<Integer>> branches = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> branches.add(List.of(i)));
    while (branches.size() > 1) {
      List<Integer> joined = mergeMostAlike(branches, similarity);
      int least = joined.stream().mapToInt(i -> place[i]).min().orElseThrow();
      int most = joined.stream().mapToInt(i -> place[i]).max().orElseThrow();
      assertThat(most - least + 1).isEqualTo(joined.size());
    }
  }

  private static List<Integer> mergeMostAlike(List<List<Integer>> branches, double[][] similarity) {
    double best = Double.NEGATIVE_INFINITY;
    int one = -1;
    int other = -1;
    for (int a = 0; a < branches.size(); a++) {
      for (int b = a + 1; b < branches.size(); b++) {
        double sum = 0;
        for (int i : branches.get(a)) {
          for (int j : branches.get(b)) {
            sum += similarity[i][j];
          }
        }
        double mean = sum / (branches.get(a).size() * branches.get(b).size());
        if (mean > best) {
          best = mean;
          one = a;
          other = b;
        }
      }
    }
    List<Integer> joined = new ArrayList<>(branches.get(one));
    joined.addAll(branches.get(other));
    branches.remove(other);
    branches.set(one, joined);
    return joined;
  }
}

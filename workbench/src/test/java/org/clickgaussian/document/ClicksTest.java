package org.clickgaussian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.document.SceneChange.Duplicate;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClicksTest {
  private static final double[] HERE = {1, 2, 3};

  private static Workers workers;
  private static SceneDocument document;

  @BeforeAll
  static void open() {
    workers = Workers.of(2);
    document = TrainedScene.get().openWithRun(workers);
  }

  @AfterAll
  static void close() {
    document.close();
    workers.close();
  }

  @Test
  void clicksJoinByTheirCombinationAndLeaveMarkers() {
    EditState start = EditState.initial().withThreshold(0.5, GaussianSet.NONE);
    Clicks clicks = Clicks.on(document);
    EditState one = clicks.click(start, at(0, 0), HERE, Combination.REPLACE);
    assertThat(one.selection()).isEqualTo(expected(Level.COARSE, 0, 0.5));
    EditState two = clicks.click(one, at(1, 1), HERE, Combination.ADD);
    assertThat(two.selection()).isEqualTo(one.selection().or(expected(Level.COARSE, 1, 0.5)));
    assertThat(two.markers()).hasSize(2);
    EditState less = clicks.click(two.withLevel(Level.FINE), at(0, 0), HERE, Combination.REMOVE);
    assertThat(less.selection()).isEqualTo(two.selection().without(expected(Level.FINE, 0, 0.5)));
    EditState anew = clicks.click(less, at(0, 1), HERE, Combination.REPLACE);
    assertThat(anew.picks()).hasSize(1);
    assertThat(anew.markers()).hasSize(1);
  }

  @Test
  void theThresholdActsOnAllClicksAndOnNothingElse() {
    EditState start = EditState.initial().withSelection(GaussianSet.all(10));
    Clicks clicks = Clicks.on(document);
    EditState state = clicks.click(start, at(0, 0), HERE, Combination.ADD);
    state = clicks.click(state, at(1, 0), HERE, Combination.ADD);
    for (double threshold : new double[] {-1, 0.3, 0.99, 0.7}) {
      state = clicks.atThreshold(state, threshold);
      assertThat(state.selection())
          .isEqualTo(
              GaussianSet.all(10)
                  .or(expected(Level.COARSE, 0, threshold))
                  .or(expected(Level.COARSE, 1, threshold)));
    }
  }

  @Test
  void copiesAreSelectedWithTheirOriginalsAndInvisibleOnesAreNot() {
    GaussianSet copied = expected(Level.COARSE, 0, -1);
    document.change(
        "copy", state -> state.withChange(new Duplicate(copied, Similarity.identity())));
    EditState start =
        EditState.initial()
            .withThreshold(-1, GaussianSet.NONE)
            .withHidden(GaussianSet.all(document.original().count()));
    EditState state = Clicks.on(document).click(start, at(0, 0), HERE, Combination.REPLACE);
    assertThat(state.selection().size()).isEqualTo(copied.size());
    assertThat(state.selection().indices()[0]).isEqualTo(document.original().count());
    document.undo();
  }

  @Test
  void anotherRunKeepsTheSelectionButItNoLongerFollowsTheThreshold() {
    EditState clicked =
        Clicks.on(document).click(EditState.initial(), at(0, 0), HERE, Combination.REPLACE);
    EditState settled = clicked.settled();
    assertThat(settled.selection()).isSameAs(clicked.selection());
    assertThat(settled.base()).isSameAs(clicked.selection());
    assertThat(Clicks.on(document).atThreshold(settled, -1).selection())
        .isEqualTo(clicked.selection());
  }

  @Test
  void transparentPixelsHitNothingAndPoorMatchesAreWeak() {
    PointMatch.Best best = new PointMatch.Best(0, 0.8);
    assertThat(Clicks.hits(new PointMatch(0, 0, 0.4, best, best), Level.COARSE)).isFalse();
    assertThat(Clicks.hits(new PointMatch(0, 0, 0.6, best, best), Level.COARSE)).isTrue();
    PointMatch.Best none = new PointMatch.Best(-1, 0);
    assertThat(Clicks.hits(new PointMatch(0, 0, 1, best, none), Level.FINE)).isFalse();
    assertThat(Clicks.isWeak(new PointMatch(0, 0, 1, best, best), EditState.initial())).isTrue();
  }

  private static PointMatch at(int coarse, int fine) {
    return new PointMatch(
        0, 0, 1, new PointMatch.Best(coarse, 0.95), new PointMatch.Best(fine, 0.95));
  }

  private static GaussianSet expected(Level level, int cluster, double threshold) {
    Matches matches = document.run().orElseThrow().assignment().level(level);
    int[] members =
        IntStream.range(0, matches.count())
            .filter(i -> matches.clusters()[i] == cluster && matches.cosines()[i] >= threshold)
            .toArray();
    BitSet bits = new BitSet();
    IntStream.of(members).forEach(bits::set);
    return GaussianSet.of(bits);
  }
}

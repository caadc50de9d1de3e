package org.clickgaussian.curves.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
  private static final List<String> COLUMNS =
      List.of("iteration", "seconds", "loss/spatial", "gfl/assigned-fine");

  private static RunSettings settings(long seed, double weight) {
    TrainingSettings told =
        TrainingSettings.defaults(seed).with(Hyperparameter.SPATIAL_WEIGHT, weight);
    return new RunSettings(
        Optional.of(
            new RunConfig(
                "room",
                new SceneFingerprint(3, "abc"),
                "masks",
                List.of("a"),
                List.of(),
                List.of(),
                "cpu",
                told)),
        SettingChanges.NONE);
  }

  private static RunHistory history(RunSettings settings, double[]... columns) {
    RunHistory history = new RunHistory(Path.of("runs/one"), settings);
    history.append(new MetricsBatch(true, COLUMNS, columns[0].length, columns, Optional.empty()));
    return history;
  }

  private static RunHistory three(RunSettings settings, double... losses) {
    return history(
        settings,
        new double[] {1, 2, 3},
        new double[] {0.5, 1, 1.5},
        losses,
        new double[] {Double.NaN, Double.NaN, 0.4});
  }

  private static double[] numbers(DoubleColumn column) {
    double[] numbers = new double[column.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = column.get(i);
    }
    return numbers;
  }

  @Test
  void weighsTermsWithWhatWasInForce() {
    RunSettings told = settings(0, 0.5);
    SettingChanges changes =
        SettingChanges.NONE.with(
            2, Map.of(Hyperparameter.SPATIAL_WEIGHT, 2.0), told.config().orElseThrow().settings());
    RunHistory history = three(new RunSettings(told.config(), changes), 10, 20, 30);
    Curve weighted = history.curve("loss/spatial", true).orElseThrow();
    assertThat(numbers(weighted.y())).containsExactly(5, 40, 60);
    assertThat(numbers(history.curve("loss/spatial", false).orElseThrow().y()))
        .containsExactly(10, 20, 30);
    history.tell(told);
    assertThat(numbers(history.curve("loss/spatial", true).orElseThrow().y()))
        .containsExactly(5, 10, 15);
  }

  @Test
  void drawsNoWeightedCurveOfARunThatCannotBeRead() {
    RunHistory history = three(RunSettings.UNKNOWN, 1, 2, 3);
    assertThat(history.curve("loss/spatial", true)).isEmpty();
    assertThat(history.curve("loss/spatial", false)).isPresent();
    assertThat(history.curve("gfl/assigned-fine", true)).isPresent();
    assertThat(history.curve("unheard-of", false)).isEmpty();
  }

  @Test
  void timeGoesOnWhereAResumedRunCountsAnew() {
    RunHistory history =
        history(
            RunSettings.UNKNOWN,
            new double[] {1, 2, 3, 4},
            new double[] {5, 9, 1, 2},
            new double[4],
            new double[4]);
    assertThat(numbers(history.positions(Across.TIME))).containsExactly(5, 9, 10, 11);
    assertThat(history.position(3, Across.TIME)).isEqualTo(10);
    assertThat(history.position(9, Across.TIME)).isNaN();
  }

  @Test
  void smoothedCurvesGrowWithTheRun() {
    RunHistory history = three(RunSettings.UNKNOWN, 1, 2, 3);
    Curve smoothed = history.smoothed("loss/spatial", false, 0.5).orElseThrow();
    double[][] more = {{4}, {2}, {4}, {0.5}};
    history.append(new MetricsBatch(false, COLUMNS, 1, more, Optional.empty()));
    assertThat(history.smoothed("loss/spatial", false, 0.5)).containsSame(smoothed);
    assertThat(smoothed.size()).isEqualTo(4);
    assertThat(history.smoothed("loss/spatial", false, 0))
        .isEqualTo(history.curve("loss/spatial", false));
  }

  @Test
  void meansAreTakenOverRunsThatDifferByTheirSeed() {
    RunHistory one = three(settings(0, 0.5), 1, 2, Double.NaN);
    RunHistory two = three(settings(1, 0.5), 3, 6, 5);
    RunHistory other = three(settings(2, 0.7), 3, 6, 5);
    assertThat(SeedMean.groups(List.of(one, other, two)))
        .containsExactly(List.of(one, two), List.of(other));
    SeedMean mean =
        SeedMean.of(
            List.of(
                one.curve("loss/spatial", false).orElseThrow(),
                two.curve("loss/spatial", false).orElseThrow()),
            List.of(one.positions(Across.ITERATION), two.positions(Across.ITERATION)));
    assertThat(numbers(mean.mean().y())).containsExactly(2, 4, Double.NaN);
    assertThat(numbers(mean.mean().x())).containsExactly(1, 2, 3);
    assertThat(mean.above().y().get(1)).isCloseTo(4 + Math.sqrt(8), within(1e-12));
    assertThat(mean.below().y().get(0)).isCloseTo(2 - Math.sqrt(2), within(1e-12));
  }

  @Test
  void meansKnowOnlyIterationsThatAllRunsHave() {
    Curve one = new Curve(DoubleColumn.of(1, 2, 4, 7), DoubleColumn.of(1, 1, 1, 1));
    Curve two = new Curve(DoubleColumn.of(2, 3, 7, 8), DoubleColumn.of(3, 3, 3, 3));
    SeedMean mean = SeedMean.of(List.of(one, two), List.of(one.x(), two.x()));
    assertThat(numbers(mean.mean().x())).containsExactly(2, 7);
    Curve none = new Curve(new DoubleColumn(), new DoubleColumn());
    assertThat(SeedMean.of(List.of(one, none), List.of(one.x(), none.x())).mean().size()).isZero();
  }
}

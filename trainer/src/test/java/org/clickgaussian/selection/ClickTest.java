package org.clickgaussian.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClickTest {
  private static TwoObjects objects;
  private static SplattedView view;
  private static Click click;

  @BeforeAll
  static void render() {
    objects = new TwoObjects();
    view = objects.splat(TwoObjects.front());
    click = objects.click();
  }

  @AfterAll
  static void free() {
    view.close();
    objects.close();
  }

  private static BitSet gaussiansOf(IntPredicate wanted) {
    BitSet set = new BitSet();
    for (int i = 0; i < TwoObjects.COUNT; i++) {
      set.set(i, wanted.test(i));
    }
    return set;
  }

  @Test
  void selectsTheObjectOrThePartUnderThePoint() {
    PointMatch point = click.probe(view, 20, 20);
    ClickAnswer object = click.select(point, Level.COARSE, Thresholds.PAPER);
    assertThat(object.nothingThere()).isFalse();
    assertThat(object.weak()).isFalse();
    assertThat(object.clusters()).containsExactly(0);
    assertThat(object.cosine()).isCloseTo(1, within(1e-3));
    assertThat(object.gaussians()).isEqualTo(gaussiansOf(i -> TwoObjects.object(i) == 0));
    ClickAnswer part = click.select(point, Level.FINE, Thresholds.PAPER);
    assertThat(part.gaussians()).isEqualTo(gaussiansOf(i -> TwoObjects.part(i) == 0));
  }

  @Test
  void besideEverythingThereIsNothing() {
    PointMatch point = click.probe(view, 32, 2);
    assertThat(point.isNothing(Thresholds.PAPER)).isTrue();
    ClickAnswer answer = click.select(point, Level.COARSE, Thresholds.PAPER);
    assertThat(answer.nothingThere()).isTrue();
    assertThat(answer.gaussians().isEmpty()).isTrue();
    assertThat(answer.cosine()).isNaN();
  }

  @Test
  void betweenTwoPartsTheAnswerIsMarkedWeak() {
    PointMatch upper = click.probe(view, 20, 22);
    PointMatch between = new PointMatch(20, 24, 0.9, upper.coarse(), new PointMatch.Best(1, 0.82));
    ClickAnswer answer = click.select(between, Level.FINE, Thresholds.PAPER);
    assertThat(answer.weak()).isTrue();
    assertThat(answer.cosine()).isEqualTo(0.82);
    assertThat(answer.gaussians()).isEqualTo(gaussiansOf(i -> TwoObjects.part(i) == 1));
  }

  @Test
  void positivePointsUniteAndNegativePointsTakeAway() {
    List<PointMatch> positive =
        List.of(click.probe(view, 20, 20), click.probe(view, 44, 20), click.probe(view, 32, 2));
    ClickAnswer both = click.select(positive, List.of(), Level.COARSE, Thresholds.PAPER);
    assertThat(both.gaussians().cardinality()).isEqualTo(TwoObjects.COUNT);
    List<PointMatch> negative = List.of(click.probe(view, 20, 28));
    ClickAnswer withoutPart = click.select(positive, negative, Level.COARSE, Thresholds.PAPER);
    assertThat(withoutPart.removedClusters()).containsExactly(1);
    assertThat(withoutPart.gaussians()).isEqualTo(gaussiansOf(i -> TwoObjects.part(i) != 1));
    ClickAnswer parts =
        click.select(positive, List.of(click.probe(view, 44, 20)), Level.FINE, Thresholds.PAPER);
    assertThat(parts.clusters()).containsExactly(0);
  }

  @Test
  void negativePointsElsewhereChangeNothing() {
    List<PointMatch> positive = List.of(click.probe(view, 20, 20));
    List<PointMatch> negative = List.of(click.probe(view, 44, 20), click.probe(view, 1, 1));
    ClickAnswer answer = click.select(positive, negative, Level.COARSE, Thresholds.PAPER);
    assertThat(answer.gaussians()).isEqualTo(gaussiansOf(i -> TwoObjects.object(i) == 0));
  }

  @Test
  void pointsOutsideOfTheImageAreRefused() {
    assertThatThrownBy(() -> click.probe(view, 64, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> click.probe(view, 0, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}

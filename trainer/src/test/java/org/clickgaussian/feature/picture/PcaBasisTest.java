package org.clickgaussian.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcaBasisTest {

  private static double[] coordinates(PcaBasis basis, FeatureField field, int gaussian) {
    double[] result = new double[PcaBasis.COMPONENTS];
    for (int k = 0; k < result.length; k++) {
      result[k] = basis.coordinate(field, gaussian, 0, k);
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 4098})
  void axesAreOrthogonalAndVariancesAreThoseOfTheCoordinates(int count) {
    try (FeatureField field = RandomFeatures.field(count, 3)) {
      PcaBasis basis = PcaBasis.of(field, Level.FINE);
      for (int k = 0; k < 3; k++) {
        for (int other = 0; other < 3; other++) {
          assertThat(RandomFeatures.dot(basis.axes()[k], basis.axes()[other]))
              .isCloseTo(k == other ? 1 : 0, within(1e-9));
        }
        double square = 0;
        for (int i = 0; i < count; i++) {
          square += Math.pow(basis.coordinate(field, i, 0, k), 2) / count;
        }
        assertThat(Math.pow(basis.deviation(k), 2)).isCloseTo(square, within(1e-6));
      }
      double explained = Arrays.stream(basis.explained()).sum();
      assertThat(explained).isCloseTo(count > 1 ? 1 : 0, within(1e-9));
      assertThat(basis.spectrum()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
  }

  @Test
  void signsAndOrderComeBackFromAFormerBasis() {
    try (FeatureField field = RandomFeatures.field(4098, 3)) {
      PcaBasis found = PcaBasis.of(field, Level.COARSE);
      PcaBasis former = found.turned(new double[][] {{0, -1, 0}, {0, 0, 1}, {1, 0, 0}});
      PcaBasis followed = found.follow(former);
      for (int k = 0; k < 3; k++) {
        assertThat(followed.axes()[k]).containsExactly(former.axes()[k], within(1e-9));
        assertThat(followed.deviation(k)).isCloseTo(former.deviation(k), within(1e-9));
      }
    }
  }

  @Test
  void coloursOfATrainingThatDriftsDoNotJump() {
    try (FeatureField early = RandomFeatures.field(4098, 3);
        FeatureField late = RandomFeatures.field(4098, 3)) {
      // The first two components change places.
      for (int i = 0; i < late.count(); i++) {
        late.set(i, 0, 0.6f * late.get(i, 0));
        late.set(i, 1, 1.4f * late.get(i, 1));
      }
      PcaBasis before = PcaBasis.of(early, Level.COARSE);
      PcaBasis after = PcaBasis.of(late, Level.COARSE);
      double jump = meanStep(early, before, late, after);
      double followed = meanStep(early, before, late, after.follow(before));
      assertThat(jump).isGreaterThan(0.1);
      assertThat(followed).isLessThan(0.02);
    }
  }

  private static double meanStep(
      FeatureField early, PcaBasis before, FeatureField late, PcaBasis after) {
    double sum = 0;
    for (int i = 0; i < early.count(); i++) {
      for (int k = 0; k < 3; k++) {
        double from = before.colour(k, before.coordinate(early, i, 0, k));
        double to = after.colour(k, after.coordinate(late, i, 0, k));
        sum += Math.abs(from - to) / (3 * early.count());
      }
    }
    return sum;
  }

  @Test
  void mapsOfTheSameFeaturesInATurnedSpaceMeet() {
    try (FeatureField first = RandomFeatures.field(4098, 3);
        FeatureField second = RandomFeatures.turned(first, RandomFeatures.orthogonal(12, 8))) {
      PcaBases theirs = PcaBases.of(first);
      PcaBases own = PcaBases.of(second);
      PcaBases aligned = own.alignTo("first", second, theirs, first);
      assertThat(aligned.target().orElseThrow().coarse().agreement()).isCloseTo(1, within(1e-6));
      for (int i = 0; i < 100; i++) {
        assertThat(coordinates(aligned.level(Level.COARSE), second, i))
            .containsExactly(coordinates(theirs.coarse(), first, i), within(1e-4));
      }
      assertThat(aligned.withoutTarget().level(Level.FINE)).isSameAs(own.fine());
    }
  }

  @Test
  void unlikeFeaturesAgreeLittle() {
    try (FeatureField first = RandomFeatures.field(4098, 3);
        FeatureField second = RandomFeatures.field(4098, 4);
        FeatureField fewer = RandomFeatures.field(13, 4)) {
      PcaBasis theirs = PcaBasis.of(first, Level.FINE);
      PcaBasis own = PcaBasis.of(second, Level.FINE);
      assertThat(own.alignTo(second, theirs, first, Level.FINE).agreement()).isBetween(0.0, 0.1);
      assertThatThrownBy(() -> own.alignTo(fewer, theirs, first, Level.FINE))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> own.follow(PcaBasis.of(first, Level.COARSE)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

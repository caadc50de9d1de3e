package org.clickgaussian.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LensTest {
  private static final Camera CAMERA =
      new Camera(120, 90, 100, 105, 58.5, 47, RigidTransform.identity());

  @ParameterizedTest
  @CsvSource({"-0.2, 0.05, 0.001, -0.002", "0.1, 0, 0, 0", "-0.1, -0.02, 0, 0", "0, 0, 0.01, 0.01"})
  void undistortionInvertsDistortion(double k1, double k2, double p1, double p2) {
    Lens lens = new Lens(k1, k2, p1, p2);
    for (int row = 0; row <= 90; row += 6) {
      for (int column = 0; column <= 120; column += 6) {
        double x = (column - CAMERA.cx()) / CAMERA.fx();
        double y = (row - CAMERA.cy()) / CAMERA.fy();
        double[] bent = lens.distort(x, y);
        double[] straight = lens.undistort(bent[0], bent[1]);
        // In pixels: far below 0.01.
        assertThat(straight[0] * CAMERA.fx()).isCloseTo(x * CAMERA.fx(), within(1e-7));
        assertThat(straight[1] * CAMERA.fy()).isCloseTo(y * CAMERA.fy(), within(1e-7));
      }
    }
  }

  @Test
  void distortionIsThatOfTheFormula() {
    // x = 0.3, y = 0.4: r² = 0.25, radial part 1 + 0.1 · 0.25 + 0.2 · 0.0625.
    double[] bent = new Lens(0.1, 0.2, 0.01, 0.02).distort(0.3, 0.4);
    assertThat(bent[0])
        .isCloseTo(0.3 * 1.0375 + 2 * 0.01 * 0.12 + 0.02 * (0.25 + 0.18), within(1e-15));
    assertThat(bent[1])
        .isCloseTo(0.4 * 1.0375 + 2 * 0.02 * 0.12 + 0.01 * (0.25 + 0.32), within(1e-15));
  }

  @Test
  void smallDistortionIsNegligible() {
    // At the farthest corner r² = 0.342 + 0.2: the displacement is about 100 · k1 · r³.
    assertThat(new Lens(0.005, 0, 0, 0).isNegligible(CAMERA)).isTrue();
    assertThat(new Lens(0.05, 0, 0, 0).isNegligible(CAMERA)).isFalse();
    assertThat(Lens.NONE.largestDisplacement(CAMERA)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-0.2, 0", "-0.3, 0.01", "0.1, -0.05", "-0.1, -0.05"})
  void radiusGrowsUpToTheValidOneAndNoFurther(double k1, double k2) {
    Lens lens = new Lens(k1, k2, 0, 0);
    double limit = Math.sqrt(lens.validRadiusSquared());
    double before = 0;
    for (int i = 1; i < 1000; i++) {
      double at = lens.distort(limit * i / 1000, 0)[0];
      assertThat(at).isGreaterThan(before);
      before = at;
    }
    assertThat(lens.distort(limit * 1.01, 0)[0]).isLessThan(lens.distort(limit, 0)[0]);
  }

  @Test
  void growingLensesNeverFold() {
    assertThat(new Lens(0.1, 0.1, 0, 0).validRadiusSquared()).isInfinite();
    assertThat(new Lens(-0.1, 0.5, 0, 0).validRadiusSquared()).isInfinite();
    assertThat(Lens.NONE.validRadiusSquared()).isInfinite();
  }

  @Test
  void straightenedPhotoIsWhatThePinholeSees() {
    Lens lens = new Lens(-0.15, 0.03, 0.002, -0.001);
    // The photo of a pattern behind the lens: each pixel asks for its pinhole ray.
    RgbImage bent = RgbImage.black(120, 90);
    RgbImage expected = RgbImage.black(120, 90);
    for (int row = 0; row < 90; row++) {
      for (int column = 0; column < 120; column++) {
        double x = (column + 0.5 - CAMERA.cx()) / CAMERA.fx();
        double y = (row + 0.5 - CAMERA.cy()) / CAMERA.fy();
        double[] ray = lens.undistort(x, y);
        Arrays.fill(
            bent.rgb(),
            3 * (row * 120 + column),
            3 * (row * 120 + column) + 3,
            pattern(ray[0], ray[1]));
        Arrays.fill(
            expected.rgb(), 3 * (row * 120 + column), 3 * (row * 120 + column) + 3, pattern(x, y));
      }
    }
    RgbImage straight = new Undistortion(CAMERA, lens).photo(bent);
    int compared = 0;
    for (int i = 0; i < straight.rgb().length; i++) {
      double[] source = new Undistortion(CAMERA, lens).sourceOf(i / 3 % 120, i / 360);
      boolean inside = source[0] > 1 && source[0] < 119 && source[1] > 1 && source[1] < 89;
      if (inside) {
        assertThat(straight.rgb()[i] & 0xff).isCloseTo(expected.rgb()[i] & 0xff, within(3));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(3 * 120 * 90 * 8 / 10);
  }

  @Test
  void labelsAreNeverMixed() {
    Lens lens = new Lens(0.2, 0, 0, 0);
    int[] labels = new int[120 * 90];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 120 < 60 ? 7 : 40_000;
    }
    int[] straight = new Undistortion(CAMERA, lens).labels(labels);
    assertThat(Arrays.stream(straight).distinct().sorted().toArray()).containsExactly(0, 7, 40_000);
    // This lens pushes the corners out of the photo.
    assertThat(straight[0]).isZero();
    assertThat(straight[47 * 120 + 58]).isEqualTo(7);
    assertThat(straight[47 * 120 + 62]).isEqualTo(40_000);
    assertThatThrownBy(() -> new Undistortion(CAMERA, lens).labels(new int[7]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte pattern(double x, double y) {
    return (byte) (128 + 100 * Math.sin(9 * x) * Math.cos(8 * y));
  }
}

package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitMaskTest {
  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "13,7,1",
    "13,7,3",
    "64,20,2",
    "65,64,5",
    "130,30,0",
    "30,20,100",
    "207,33,4"
  })
  void erosionAndDilationLookAtTheWholeSquare(int width, int height, int distance) {
    for (int seed = 0; seed < 10; seed++) {
      BitMask mask = RandomMasks.of(width, height, seed);
      assertThat(mask.eroded(distance)).isEqualTo(square(mask, distance, true));
      assertThat(mask.dilated(distance)).isEqualTo(square(mask, distance, false));
      BitMask boundary = mask.boundary(distance);
      assertThat(boundary.area()).isEqualTo(mask.area() - mask.eroded(distance).area());
      assertThat(boundary.intersectionArea(mask)).isEqualTo(boundary.area());
    }
  }

  @Test
  void aFullMaskLosesItsRimToErosion() {
    BitMask full = new BitMask(100, 50);
    for (int y = 0; y < 50; y++) {
      full.setRow(y, 0, 100);
    }
    assertThat(full.eroded(3).area()).isEqualTo(94 * 44);
    assertThat(full.eroded(25).area()).isZero();
    assertThat(full.dilated(25)).isEqualTo(full);
    assertThat(full.boundaryDistance(0.02)).isEqualTo(2);
    assertThat(new BitMask(3, 3).boundaryDistance(0.02)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "13,7", "64,3", "207,33"})
  void areasAreThoseOfCountedPixels(int width, int height) {
    BitMask a = RandomMasks.of(width, height, 1);
    BitMask b = RandomMasks.of(width, height, 2);
    long both = 0;
    long either = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        both += a.get(x, y) && b.get(x, y) ? 1 : 0;
        either += a.get(x, y) || b.get(x, y) ? 1 : 0;
      }
    }
    assertThat(a.intersectionArea(b)).isEqualTo(both);
    assertThat(a.unionArea(b)).isEqualTo(either);
    assertThat(a.minus(b).area()).isEqualTo(a.area() - both);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "13,7", "64,3", "128,2", "207,33"})
  void parityRunsAlongEachRow(int width, int height) {
    BitMask flips = RandomMasks.of(width, height, 3);
    BitMask expected = new BitMask(width, height);
    for (int y = 0; y < height; y++) {
      boolean inside = false;
      for (int x = 0; x < width; x++) {
        inside ^= flips.get(x, y);
        if (inside) {
          expected.set(x, y);
        }
      }
    }
    flips.accumulateParity();
    assertThat(flips).isEqualTo(expected).hasSameHashCodeAs(expected);
  }

  @Test
  void sizesAndPlacesAreChecked() {
    assertThatThrownBy(() -> new BitMask(0, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BitMask(1 << 20, 1 << 20))
        .isInstanceOf(IllegalArgumentException.class);
    BitMask mask = new BitMask(13, 7);
    assertThatThrownBy(() -> mask.get(13, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> mask.set(0, 7)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> mask.intersectionArea(new BitMask(7, 13)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(mask).hasToString("0 of 13 × 7 pixels");
  }

  /** Whether all (or any) of the pixels within the distance are in the mask. */
  private static BitMask square(BitMask mask, int distance, boolean all) {
    BitMask result = new BitMask(mask.width(), mask.height());
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        if (holds(mask, x, y, distance, all)) {
          result.set(x, y);
        }
      }
    }
    return result;
  }

  private static boolean holds(BitMask mask, int x, int y, int distance, boolean all) {
    for (int v = y - distance; v <= y + distance; v++) {
      for (int u = x - distance; u <= x + distance; u++) {
        boolean inImage = u >= 0 && u < mask.width() && v >= 0 && v < mask.height();
        if ((inImage && mask.get(u, v)) != all) {
          return !all;
        }
      }
    }
    return all;
  }
}

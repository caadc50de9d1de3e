package org.clickgaussian.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.PromptPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskGeometryTest {
  private final Random random = new Random(5);

  /** In one step as in the two of Segment Anything, computed here in double precision. */
  @ParameterizedTest
  @CsvSource({"504, 378", "1, 1", "13, 207", "1024, 1024", "1500, 40", "3, 2000"})
  void enlargementIsThatOfTwoBilinearSteps(int width, int height) {
    PhotoFit fit = fit(width, height);
    float[] low = new float[256 * 256];
    for (int i = 0; i < low.length; i++) {
      low[i] = (float) random.nextGaussian() * 5;
    }
    LogitEnlargement enlargement = new LogitEnlargement(fit, 256, 256);
    int[] rows = {0};
    enlargement.forEachRow(
        low,
        Float.NEGATIVE_INFINITY,
        (y, from, to, logits) -> {
          assertThat(from).isZero();
          assertThat(to).isEqualTo(width);
          rows[0]++;
          for (int x = 0; x < width; x += Math.max(1, width / 50)) {
            assertThat((double) logits[x]).isCloseTo(twoSteps(low, fit, x, y), within(2e-3));
          }
        });
    assertThat(rows[0]).isEqualTo(height);
  }

  private static PhotoFit fit(int width, int height) {
    double scale = 1024.0 / Math.max(width, height);
    return new PhotoFit(
        width,
        height,
        Math.max(1, (int) (width * scale + 0.5)),
        Math.max(1, (int) (height * scale + 0.5)),
        1024);
  }

  private static double twoSteps(float[] low, PhotoFit fit, int x, int y) {
    double u = Math.max(0, (x + 0.5) * fit.scaledWidth() / fit.photoWidth() - 0.5);
    double v = Math.max(0, (y + 0.5) * fit.scaledHeight() / fit.photoHeight() - 0.5);
    int u0 = (int) u;
    int v0 = (int) v;
    int u1 = Math.min(u0 + 1, fit.scaledWidth() - 1);
    int v1 = Math.min(v0 + 1, fit.scaledHeight() - 1);
    double above = middle(low, u0, v0) * (1 - u + u0) + middle(low, u1, v0) * (u - u0);
    double below = middle(low, u0, v1) * (1 - u + u0) + middle(low, u1, v1) * (u - u0);
    return above * (1 - v + v0) + below * (v - v0);
  }

  private static double middle(float[] low, int u, int v) {
    double x = Math.max(0, (u + 0.5) / 4 - 0.5);
    double y = Math.max(0, (v + 0.5) / 4 - 0.5);
    int x0 = (int) x;
    int y0 = (int) y;
    int x1 = Math.min(x0 + 1, 255);
    int y1 = Math.min(y0 + 1, 255);
    double above = low[y0 * 256 + x0] * (1 - x + x0) + low[y0 * 256 + x1] * (x - x0);
    double below = low[y1 * 256 + x0] * (1 - x + x0) + low[y1 * 256 + x1] * (x - x0);
    return above * (1 - y + y0) + below * (y - y0);
  }

  /** What cannot be above the threshold is left out without a difference. */
  @Test
  void leavingOutWhatIsBelowChangesNoMask() {
    PhotoFit fit = fit(211, 97);
    LogitEnlargement enlargement = new LogitEnlargement(fit, 256, 256);
    for (int round = 0; round < 20; round++) {
      float[] low = blob();
      BinarisedMask cut = BinarisedMask.of(low, enlargement, fit, 0, 1);
      BitMask whole = new BitMask(211, 97);
      int[] counts = new int[2];
      enlargement.forEachRow(
          low,
          Float.NEGATIVE_INFINITY,
          (y, from, to, logits) -> {
            for (int x = from; x < to; x++) {
              counts[0] += logits[x] > 1 ? 1 : 0;
              counts[1] += logits[x] > -1 ? 1 : 0;
              if (logits[x] > 0) {
                whole.set(x, y);
              }
            }
          });
      assertThat(cut.mask()).isEqualTo(whole);
      assertThat(Float.compare(cut.stability(), (float) counts[0] / counts[1])).isZero();
    }
  }

  private float[] blob() {
    float[] low = new float[256 * 256];
    int x0 = random.nextInt(256);
    int y0 = random.nextInt(256);
    double radius = 1 + random.nextDouble() * 60;
    for (int i = 0; i < low.length; i++) {
      low[i] = (float) (radius - Math.hypot(i % 256 - x0, i / 256 - y0)) / 3;
    }
    return low;
  }

  @ParameterizedTest
  @CsvSource({"50, 40, 100, 80", "50, 40, 13, 7", "1, 1, 5, 9", "13, 207, 64, 64", "9, 9, 9, 4"})
  void photosAreScaledByTheTriangleFilter(int width, int height, int toWidth, int toHeight) {
    RgbImage photo = RgbImage.black(width, height);
    random.nextBytes(photo.rgb());
    RgbImage scaled = PhotoScaling.scale(photo, toWidth, toHeight);
    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        // One step less of rounding than the bytes in between.
        assertThat((double) scaled.channel(x, y, 1))
            .isCloseTo(triangle(photo, x, y, toWidth, toHeight), within(1.01));
      }
    }
  }

  private static double triangle(RgbImage photo, int x, int y, int toWidth, int toHeight) {
    double sum = 0;
    double weights = 0;
    for (int v = 0; v < photo.height(); v++) {
      for (int u = 0; u < photo.width(); u++) {
        double weight =
            weight(u, x, photo.width(), toWidth) * weight(v, y, photo.height(), toHeight);
        sum += weight * photo.channel(u, v, 1);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double weight(int from, int to, int size, int newSize) {
    double scale = (double) size / newSize;
    double distance = Math.abs(from + 0.5 - (to + 0.5) * scale) / Math.max(1, scale);
    return Math.max(0, 1 - distance);
  }

  @Test
  void gridsAndCropsAreThoseOfSegmentAnything() {
    assertThat(CropLayout.grid(2, 100, 60))
        .containsExactly(
            new PromptPoint(25, 15),
            new PromptPoint(75, 15),
            new PromptPoint(25, 45),
            new PromptPoint(75, 45));
    assertThat(CropLayout.crops(1000, 600, 0, 0.3)).hasSize(1);
    // overlap ⌊512/1500 · 600 · 2/2⌋ = 204; width ⌈(204 + 1000) / 2⌉ = 602, height 402
    assertThat(CropLayout.crops(1000, 600, 1, 512.0 / 1500))
        .containsExactly(
            new CropLayout.Crop(0, 0, 1000, 600, 0),
            new CropLayout.Crop(0, 0, 602, 402, 1),
            new CropLayout.Crop(0, 198, 602, 402, 1),
            new CropLayout.Crop(398, 0, 602, 402, 1),
            new CropLayout.Crop(398, 198, 602, 402, 1));
    assertThat(CropLayout.pointsPerSide(32, 2, 2)).isEqualTo(8);
  }

  @Test
  void suppressionKeepsTheBestOfOverlappingBoxes() {
    record Rated(PixelBox box, float score) {}
    Rated good = new Rated(new PixelBox(0, 0, 10, 10), 0.9f);
    Rated close = new Rated(new PixelBox(0, 0, 10, 9), 0.8f);
    Rated far = new Rated(new PixelBox(20, 0, 30, 10), 0.7f);
    Rated pixel = new Rated(new PixelBox(5, 5, 5, 5), 0.6f);
    assertThat(
            BoxSuppression.best(
                List.of(pixel, far, close, good, pixel), Rated::box, Rated::score, 0.7))
        .containsExactly(good, far, pixel, pixel);
  }

  @Test
  void smallHolesAreFilledAndSmallIslandsRemoved() {
    BitMask mask = new BitMask(20, 20);
    for (int y = 2; y < 12; y++) {
      mask.setRow(y, 2, 12);
    }
    mask.flip(5, 5);
    mask.flip(6, 6);
    mask.set(15, 15);
    BitMask clean = SmallRegions.removed(mask, 3).orElseThrow();
    assertThat(clean.area()).isEqualTo(100);
    assertThat(clean.get(5, 5)).isTrue();
    assertThat(clean.get(15, 15)).isFalse();
    assertThat(SmallRegions.removed(clean, 3)).isEmpty();
    BitMask specks = new BitMask(9, 9);
    specks.set(0, 0);
    specks.setRow(5, 5, 7);
    // Only small islands: the largest stays.
    assertThat(SmallRegions.removed(specks, 5).orElseThrow().area()).isEqualTo(2);
    assertThat(SmallRegions.removed(new BitMask(9, 9), 5)).isEmpty();
  }
}

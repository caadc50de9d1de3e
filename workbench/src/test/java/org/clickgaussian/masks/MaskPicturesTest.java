package org.clickgaussian.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.viewport.frame.SegmentColours;
import org.junit.jupiter.api.Test;

class MaskPicturesTest {

  @Test
  void segmentsOfOneKindHaveOneColourAndTheRestIsDark() {
    int width = 13;
    int[] labels = new int[width * 4];
    for (int p = 0; p < labels.length; p++) {
      labels[p] = p % width < 5 ? 1 : p % width < 9 ? 2 : 0;
    }
    RgbImage white = RgbImage.black(width, 4);
    Arrays.fill(white.rgb(), (byte) 255);
    RgbImage painted = MaskPictures.segments(white, SegmentMap.dense(width, 4, labels));
    assertThat(rgb(painted, 0, 0)).isEqualTo(rgb(painted, 4, 3)).isNotEqualTo(rgb(painted, 5, 0));
    assertThat(rgb(painted, 8, 3)).isEqualTo(rgb(painted, 5, 0));
    assertThat(painted.channel(12, 2, 0)).isLessThan(160).isEqualTo(painted.channel(12, 2, 2));
  }

  @Test
  void photosOfAnyOtherSizeThanTheirMasksAreSampled() {
    int[] labels = {1, 2};
    RgbImage large = RgbImage.black(2000, 1000);
    RgbImage painted = MaskPictures.segments(large, SegmentMap.dense(2, 1, labels));
    assertThat(painted.width()).isEqualTo(MaskPictures.MOST_PIXELS);
    int last = painted.width() - 1;
    assertThat(rgb(painted, 0, 0)).isNotEqualTo(rgb(painted, last, painted.height() - 1));
  }

  @Test
  void theMoreDisagreeTheRedder() {
    int[] argb = MaskPictures.heat(new float[] {0, 0.5f, 1, Float.NaN});
    assertThat(argb[0]).isZero();
    assertThat(argb[1] & 0xffffff).isEqualTo(SegmentColours.DISAGREEING);
    assertThat(argb[2] >>> 24).isGreaterThan(argb[1] >>> 24);
    assertThat(argb[3] & 0xffffff).isZero();
    assertThat(argb[3] >>> 24).isPositive();
    RgbImage photo = RgbImage.black(2, 2);
    RgbImage under = MaskPictures.heat(photo, new HeatMap("v", 2, 2, argb));
    assertThat(under.channel(0, 1, 0)).isGreaterThan(under.channel(1, 0, 0)).isGreaterThan(100);
  }

  private static int rgb(RgbImage image, int column, int row) {
    return image.channel(column, row, 0) << 16
        | image.channel(column, row, 1) << 8
        | image.channel(column, row, 2);
  }
}

package org.clickgaussian.splat.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelColoursTest {

  @Test
  void firstLabelIsRed() {
    float[] rgb = new float[3];
    LabelColours.colour(0, rgb, 0);
    assertThat(rgb).containsExactly(1f, 0.25f, 0.25f);
  }

  @Test
  void coloursAreInRangeAndNoTwoOfThirtyAreAlike() {
    float[] rgb = new float[3 * 30];
    for (int label = 0; label < 30; label++) {
      LabelColours.colour(label, rgb, 3 * label);
    }
    for (int a = 0; a < 30; a++) {
      assertThat(rgb[3 * a]).isBetween(0f, 1f);
      for (int b = 0; b < a; b++) {
        float distance = 0;
        for (int channel = 0; channel < 3; channel++) {
          distance += Math.abs(rgb[3 * a + channel] - rgb[3 * b + channel]);
        }
        assertThat(distance).as("labels %d and %d", a, b).isGreaterThan(0.05f);
      }
    }
  }

  @Test
  void shadeDarkensButKeepsTheHue() {
    float[] rgb = new float[6];
    LabelColours.shaded(4, 1, rgb, 0);
    LabelColours.shaded(4, 0, rgb, 3);
    assertThat(rgb[3] / rgb[0]).isEqualTo(rgb[4] / rgb[1]).isBetween(0.4f, 0.5f);
  }
}

package org.clickgaussian.viewport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegendCardTest {
  @Test
  void aScaleOfTwoColoursRunsFromOneToTheOther() {
    int[] greys = {0x000000, 0xffffff};
    assertThat(LegendCard.colourAt(greys, 0)).isEqualTo(0xff000000);
    assertThat(LegendCard.colourAt(greys, 0.2)).isEqualTo(0xff333333);
    assertThat(LegendCard.colourAt(greys, 1)).isEqualTo(0xffffffff);
  }

  @Test
  void aScaleOfManyColoursHasEachAtItsPlace() {
    int[] three = {0x102030, 0xff0080, 0x00ff00};
    assertThat(LegendCard.colourAt(three, 0.5)).isEqualTo(0xffff0080);
    assertThat(LegendCard.colourAt(three, 0.75)).isEqualTo(0xff808040);
    assertThat(LegendCard.colourAt(new int[] {0x123456}, 0.7)).isEqualTo(0xff123456);
  }
}

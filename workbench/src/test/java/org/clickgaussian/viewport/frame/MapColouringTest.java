package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapColouringTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 60, 300})
  void neighboursNeverShareAColour(int countries) {
    for (int seed = 0; seed < 4; seed++) {
      RandomStream random = new RandomStream(seed, "borders", countries);
      Borders borders = new Borders(countries);
      for (int k = 0; k < countries * (1 + 3 * seed); k++) {
        borders.add(random.nextInt(countries), random.nextInt(countries));
      }
      assertColoured(borders, MapColouring.colours(borders));
    }
  }

  @Test
  void everyCountryMayBorderOnEveryOther() {
    Borders borders = new Borders(60);
    for (int one = 0; one < 60; one++) {
      for (int other = 0; other < one; other++) {
        borders.add(one, other);
      }
    }
    int[] colours = MapColouring.colours(borders);
    assertThat(Arrays.stream(colours).distinct().count()).isEqualTo(60);
  }

  private static void assertColoured(Borders borders, int[] colours) {
    assertThat(colours).hasSize(borders.countries());
    for (int country = 0; country < borders.countries(); country++) {
      for (int neighbour : borders.of(country).keySet()) {
        assertThat(colours[country]).isNotEqualTo(colours[neighbour]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void clustersKeepTheirColourAndDifferFromNeighbours(Level level) {
    int[] first = clusterColours(level, 1);
    assertThat(clusterColours(level, 2)).isEqualTo(first);
  }

  private static int[] clusterColours(Level level, int threads) {
    try (Workers workers = Workers.of(threads);
        SceneDocument document = TrainedScene.get().openWithRun(workers);
        RunTables tables = new RunTables(document.run().orElseThrow(), document)) {
      int[] colours = tables.clusterColours(level);
      assertColoured(
          Borders.ofClusters(
              document.original(),
              document.run().orElseThrow().assignment().level(level).clusters(),
              colours.length,
              workers),
          colours);
      return colours;
    }
  }

  @Test
  void segmentsBorderWherePixelsTouch() {
    SegmentMap map = new SegmentMap(3, 2, new int[] {1, 1, 2, 0, 3, 2}, 3);
    Borders borders = Borders.ofSegments(map);
    assertThat(borders.of(0)).containsOnlyKeys(1, 2);
    assertThat(borders.of(1)).containsEntry(0, 1).containsEntry(2, 1);
    assertThat(borders.mostNeighbours()).isEqualTo(2);
  }

  @Test
  void scaleGrowsLighterInEqualSteps() {
    double before = -1;
    for (int i = 0; i <= 20; i++) {
      double lightness = PerceptualColour.ofRgb(ColourScale.colour(i / 20.0)).lightness();
      assertThat(lightness - before).isBetween(i == 0 ? 0 : 0.025, i == 0 ? 2 : 0.05);
      before = lightness;
    }
  }

  @Test
  void coloursKeepTheirPlaceOnTheWay() {
    for (int rgb : new int[] {0x000000, 0xffffff, 0x336699, 0xff3b30, 0x00ff00}) {
      assertThat(PerceptualColour.ofRgb(rgb).rgb()).isEqualTo(rgb);
    }
    assertThat(PerceptualColour.ofRgb(0).distance(PerceptualColour.ofRgb(0xffffff)))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
  }
}

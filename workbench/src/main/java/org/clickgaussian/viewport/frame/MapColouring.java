package org.clickgaussian.viewport.frame;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/**
 * Colours the countries of a map: no two that share a border get the same colour, and the longer
 * their border the more their colours differ. Greedy, those with the longest borders first; depends
 * on nothing but the borders.
 */
final class MapColouring {
  /** Colours at least, so that a map of few countries is not confined to few. */
  private static final int LEAST_COLOURS = 36;

  /** How much countries far from each other repel each other's colour, in borders. */
  private static final double EVERYWHERE = 0.05;

  /** Keeps the repulsion of like colours finite. */
  private static final double SOFTENING = 1e-3;

  private final Borders borders;
  private final PerceptualColour[] palette;
  private final double[][] repulsions;
  private final int[] chosen;

  private MapColouring(Borders borders) {
    this.borders = borders;
    this.palette = palette(Math.max(LEAST_COLOURS, borders.mostNeighbours() + 1));
    this.repulsions = repulsions(palette);
    this.chosen = new int[borders.countries()];
    Arrays.fill(chosen, -1);
  }

  /** The colour of each country, 0xRRGGBB: int[countries]. */
  static int[] colours(Borders borders) {
    MapColouring colouring = new MapColouring(borders);
    Integer[] order = new Integer[borders.countries()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.<Integer>comparingLong(i -> -borders.length(i)));
    double[] uses = new double[colouring.palette.length];
    for (int country : order) {
      int colour = colouring.best(country, uses);
      colouring.chosen[country] = colour;
      uses[colour]++;
    }
    return Arrays.stream(colouring.chosen).map(colour -> colouring.palette[colour].rgb()).toArray();
  }

  /** The colour, of those no neighbour has, that is least repelled; of equals the first. */
  private int best(int country, double[] uses) {
    double[] cost = new double[palette.length];
    for (int colour = 0; colour < palette.length; colour++) {
      for (int other = 0; other < palette.length; other++) {
        cost[colour] += EVERYWHERE * uses[other] * repulsions[colour][other];
      }
    }
    double length = Math.max(1, borders.length(country));
    for (Map.Entry<Integer, Integer> border : borders.of(country).entrySet()) {
      int taken = chosen[border.getKey()];
      for (int colour = 0; colour < palette.length && taken >= 0; colour++) {
        cost[colour] += border.getValue() / length * repulsions[colour][taken];
      }
      if (taken >= 0) {
        cost[taken] = Double.POSITIVE_INFINITY;
      }
    }
    int best = 0;
    for (int colour = 1; colour < cost.length; colour++) {
      best = cost[colour] < cost[best] ? colour : best;
    }
    return best;
  }

  private static double[][] repulsions(PerceptualColour[] palette) {
    double[][] repulsions = new double[palette.length][palette.length];
    for (int i = 0; i < palette.length; i++) {
      for (int j = 0; j < palette.length; j++) {
        double distance = palette[i].distance(palette[j]);
        repulsions[i][j] = 1 / (SOFTENING + distance * distance);
      }
    }
    return repulsions;
  }

  /** Twelve hues at each of three lightnesses; then what lies a golden angle on, ever darker. */
  private static PerceptualColour[] palette(int size) {
    double[] lightness = {0.74, 0.58, 0.88};
    double[] chroma = {0.16, 0.17, 0.12};
    PerceptualColour[] colours = new PerceptualColour[size];
    for (int i = 0; i < size; i++) {
      if (i < LEAST_COLOURS) {
        int ring = i / 12;
        colours[i] =
            PerceptualColour.ofHue(
                lightness[ring], chroma[ring], (i % 12 + 0.33 * ring) / 12.0 + 0.08);
      } else {
        double share = (i - LEAST_COLOURS) / (double) (size - LEAST_COLOURS);
        colours[i] = PerceptualColour.ofHue(0.92 - 0.5 * share, 0.1, i * 0.381966011250105 % 1);
      }
    }
    return colours;
  }
}

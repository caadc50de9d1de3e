package org.clickgaussian.feature.space;

import java.util.Arrays;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.work.Progress;

/**
 * Lays out a graph as UMAP does (McInnes, Healy and Melville 2018): ends of an edge attract each
 * other, in proportion to its weight, and random pairs repel, by stochastic descent on the cross
 * entropy between the weights and 1 / (1 + a d^(2b)). One edge after the other on one thread, so
 * that the same seed gives the same picture.
 */
final class UmapLayout {
  /** Neighbours that each point is tied to. */
  static final int NEIGHBOURS = 15;

  private static final int EPOCHS = 300;
  private static final int REPULSIONS = 5;

  /** a and b of the curve for a least distance of 0.1 and a spread of 1. */
  private static final double A = 1.576943460;

  private static final double B = 0.895060878;

  private static final double LONGEST_STEP = 4;

  /** Half the width of the picture that the descent begins with. */
  private static final double START = 10;

  private static final double JITTER = 1e-3;
  private static final int DIMENSIONS = 2;

  private final FuzzyGraph graph;
  private final double[] places;
  private final RandomStream random;

  /**
   * A layout.
   *
   * @param start where the points begin, up to scale: float[n · 2]
   */
  UmapLayout(FuzzyGraph graph, float[] start, long seed) {
    this.graph = graph;
    this.random = new RandomStream(seed, "umap", 0);
    double largest = 0;
    for (float value : start) {
      largest = Math.max(largest, Math.abs(value));
    }
    double scale = largest > 0 ? START / largest : 0;
    this.places = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      // Points with equal features must be able to part.
      places[i] = scale * start[i] + JITTER * random.nextGaussian();
    }
  }

  float[] run(Progress progress) {
    double strongest = Arrays.stream(graph.weights()).max().orElse(1);
    double[] period = Arrays.stream(graph.weights()).map(w -> strongest / w).toArray();
    double[] next = period.clone();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      progress.update(epoch / (double) EPOCHS, "laying out, round " + epoch + " of " + EPOCHS);
      double rate = 1 - (epoch - 1) / (double) EPOCHS;
      for (int e = 0; e < next.length; e++) {
        if (next[e] <= epoch) {
          next[e] += period[e];
          settle(graph.heads()[e], graph.tails()[e], rate);
          settle(graph.tails()[e], graph.heads()[e], rate);
        }
      }
    }
    float[] result = new float[places.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) places[i];
    }
    return result;
  }

  /** Point i and its neighbour approach each other, and i flees from some others. */
  private void settle(int i, int neighbour, double rate) {
    attract(i, neighbour, rate);
    for (int r = 0; r < REPULSIONS; r++) {
      repel(i, random.nextInt(graph.points()), rate);
    }
  }

  private double squareDistance(int i, int j) {
    double x = places[DIMENSIONS * i] - places[DIMENSIONS * j];
    double y = places[DIMENSIONS * i + 1] - places[DIMENSIONS * j + 1];
    return x * x + y * y;
  }

  private void attract(int i, int j, double rate) {
    double square = squareDistance(i, j);
    if (square == 0) {
      return;
    }
    double power = Math.pow(square, B);
    double pull = -2 * A * B * power / square / (1 + A * power);
    for (int d = 0; d < DIMENSIONS; d++) {
      double step = step(pull * (places[DIMENSIONS * i + d] - places[DIMENSIONS * j + d]));
      places[DIMENSIONS * i + d] += rate * step;
      places[DIMENSIONS * j + d] -= rate * step;
    }
  }

  private void repel(int i, int j, double rate) {
    double square = squareDistance(i, j);
    if (i == j || square == 0) {
      return;
    }
    double push = 2 * B / ((0.001 + square) * (1 + A * Math.pow(square, B)));
    for (int d = 0; d < DIMENSIONS; d++) {
      places[DIMENSIONS * i + d] +=
          rate * step(push * (places[DIMENSIONS * i + d] - places[DIMENSIONS * j + d]));
    }
  }

  private static double step(double wanted) {
    return Math.clamp(wanted, -LONGEST_STEP, LONGEST_STEP);
  }
}

package org.clickgaussian.tuning;

import java.util.Arrays;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.splat.picture.LabelColours;

/**
 * Colours of clusters that stay while the clusters are found anew: a cluster takes the colour of
 * the former one whose candidate it is most like, if no other took it before.
 */
final class SteadyColours {
  private static final double ALIKE = 0.8;

  private Candidates former;
  private int[] labels = {};
  private int used;

  /** A colour for each candidate, red, green, blue from 0 to 1: float[3 · C]. */
  float[] of(Candidates candidates) {
    if (candidates != former) {
      labels = labels(candidates);
      former = candidates;
    }
    float[] rgb = new float[3 * labels.length];
    for (int c = 0; c < labels.length; c++) {
      LabelColours.shaded(labels[c], 1, rgb, 3 * c);
    }
    return rgb;
  }

  private int[] labels(Candidates candidates) {
    int[] next = new int[candidates.count()];
    boolean[] taken = new boolean[labels.length];
    Arrays.fill(next, -1);
    for (int c = 0; c < next.length && former != null; c++) {
      int best = -1;
      double likeness = ALIKE;
      for (int f = 0; f < labels.length; f++) {
        double cosine = taken[f] ? 0 : cosine(candidates, c, former, f);
        if (cosine > likeness) {
          best = f;
          likeness = cosine;
        }
      }
      if (best >= 0) {
        taken[best] = true;
        next[c] = labels[best];
      }
    }
    for (int c = 0; c < next.length; c++) {
      if (next[c] < 0) {
        next[c] = used++;
      }
    }
    return next;
  }

  private static double cosine(Candidates a, int row, Candidates b, int other) {
    double sum = 0;
    for (int d = 0; d < a.dimensions(); d++) {
      sum += a.vectors()[row * a.dimensions() + d] * b.vectors()[other * b.dimensions() + d];
    }
    return sum;
  }
}

package org.clickgaussian.scene.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.scene.GaussianScene;

/** How far the Gaussians of one scene are from those at the same places in another. */
record TwinGaussians(
    double matched,
    double medianAngle,
    double medianColour,
    double medianOpacity,
    double medianLogScale) {

  /**
   * Looks up each Gaussian's nearest neighbour in the other scene.
   *
   * @param reach how far apart two centres may lie, per axis
   */
  static TwinGaussians of(GaussianScene a, GaussianScene b, double reach) {
    Map<Long, List<Integer>> cells = new HashMap<>();
    for (int i = 0; i < b.count(); i++) {
      cells.computeIfAbsent(cell(b, i, reach, 0, 0, 0), key -> new ArrayList<>()).add(i);
    }
    double[][] differences = new double[4][a.count()];
    int matched = 0;
    for (int i = 0; i < a.count(); i++) {
      int twin = nearest(a, i, b, cells, reach);
      if (twin >= 0) {
        differences[0][matched] = angle(a, i, b, twin);
        differences[1][matched] = Math.abs(a.harmonic(i, 0, 1) - b.harmonic(twin, 0, 1)) * 0.282;
        differences[2][matched] =
            Math.abs(opacity(a.opacityLogit(i)) - opacity(b.opacityLogit(twin)));
        differences[3][matched] = Math.abs(a.logScale(i, 1) - b.logScale(twin, 1));
        matched++;
      }
    }
    double[] medians = new double[4];
    for (int d = 0; d < 4; d++) {
      double[] values = Arrays.copyOf(differences[d], matched);
      Arrays.sort(values);
      medians[d] = matched == 0 ? Double.NaN : values[matched / 2];
    }
    return new TwinGaussians(
        matched / (double) a.count(), medians[0], medians[1], medians[2], medians[3]);
  }

  private static int nearest(
      GaussianScene a, int i, GaussianScene b, Map<Long, List<Integer>> cells, double reach) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int cell = 0; cell < 27; cell++) {
      long key = cell(a, i, reach, cell % 3 - 1, cell / 3 % 3 - 1, cell / 9 - 1);
      for (int other : cells.getOrDefault(key, List.of())) {
        // Several Gaussians often share a place: scale and colour tell them apart.
        double distance = 0;
        for (int axis = 0; axis < 3; axis++) {
          double apart = (a.position(i, axis) - b.position(other, axis)) / reach;
          double scale = a.logScale(i, axis) - b.logScale(other, axis);
          double colour = a.harmonic(i, 0, axis) - b.harmonic(other, 0, axis);
          distance += apart * apart + scale * scale + colour * colour;
        }
        if (distance < least) {
          least = distance;
          best = other;
        }
      }
    }
    return best;
  }

  private static long cell(GaussianScene scene, int i, double reach, int dx, int dy, int dz) {
    long x = (long) Math.floor(scene.position(i, 0) / reach) + dx + (1 << 20);
    long y = (long) Math.floor(scene.position(i, 1) / reach) + dy + (1 << 20);
    long z = (long) Math.floor(scene.position(i, 2) / reach) + dz + (1 << 20);
    return (x << 42) + (y << 21) + z;
  }

  private static double opacity(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Angle in radians between two rotations given by quaternions of any length. */
  static double angle(GaussianScene a, int i, GaussianScene b, int j) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int c = 0; c < 4; c++) {
      dot += (double) a.rotation(i, c) * b.rotation(j, c);
      aa += (double) a.rotation(i, c) * a.rotation(i, c);
      bb += (double) b.rotation(j, c) * b.rotation(j, c);
    }
    return 2 * Math.acos(Math.min(1, Math.abs(dot) / Math.sqrt(aa * bb)));
  }
}

package org.clickgaussian.feature.space;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.GaussianScene;

/**
 * Some Gaussians of a scene and their features of a level.
 *
 * @param level of the features
 * @param gaussians indices in the scene, ascending: int[n]
 * @param rows their features: double[n][D^l]
 */
public record FeatureSample(Level level, int[] gaussians, double[][] rows) {
  /**
   * What to draw.
   *
   * @param size Gaussians wanted at most
   * @param leastOpacity Gaussians that are less opaque are passed over, 0 to 1
   * @param seed of the draw
   */
  public record Settings(int size, double leastOpacity, long seed) {}

  /** Checks the shapes. */
  public FeatureSample {
    if (gaussians.length != rows.length) {
      throw new IllegalArgumentException(
          gaussians.length + " Gaussians and " + rows.length + " features");
    }
  }

  /**
   * Draws a sample, stratified by cluster: a cluster of n Gaussians gets places in proportion to
   * √n, so that small objects are not drowned by walls, and no more than it has. The same settings
   * draw the same sample.
   *
   * @param clusters cluster of each Gaussian, −1 for none (they share one stratum): int[N]
   */
  public static FeatureSample draw(
      FeatureField field, GaussianScene scene, int[] clusters, Level level, Settings settings) {
    double leastLogit = Math.log(settings.leastOpacity()) - Math.log1p(-settings.leastOpacity());
    int[] chosen =
        choose(
            clusters, i -> scene.opacityLogit(i) >= leastLogit, settings.size(), settings.seed());
    int from = field.layout().from(level);
    double[][] rows = new double[chosen.length][field.layout().dimensions(level)];
    for (int i = 0; i < chosen.length; i++) {
      for (int d = 0; d < rows[i].length; d++) {
        rows[i][d] = field.get(chosen[i], from + d);
      }
    }
    return new FeatureSample(level, chosen, rows);
  }

  /** The Gaussians of a stratified draw, ascending. */
  static int[] choose(int[] clusters, IntPredicate eligible, int wanted, long seed) {
    int strata = Arrays.stream(clusters).max().orElse(-1) + 2;
    int[] sizes = new int[strata];
    for (int i = 0; i < clusters.length; i++) {
      sizes[clusters[i] + 1] += eligible.test(i) ? 1 : 0;
    }
    int[] open = places(sizes, wanted);
    // Selection sampling in each stratum at once (Knuth, TAOCP 2, 3.4.2, algorithm S).
    int[] chosen = new int[Arrays.stream(open).sum()];
    int[] left = sizes.clone();
    RandomStream random = new RandomStream(seed, "feature sample", 0);
    int count = 0;
    for (int i = 0; i < clusters.length; i++) {
      int stratum = clusters[i] + 1;
      if (!eligible.test(i)) {
        continue;
      }
      if (random.nextDouble() * left[stratum] < open[stratum]) {
        chosen[count++] = i;
        open[stratum]--;
      }
      left[stratum]--;
    }
    return chosen;
  }

  /** How many places each stratum gets: in proportion to √n, not more than n, wanted in all. */
  static int[] places(int[] sizes, int wanted) {
    if (Arrays.stream(sizes).asLongStream().sum() <= wanted) {
      return sizes.clone();
    }
    // The factor that fills all places, found by halving; strata that are full give to the others.
    double low = 0;
    double high = wanted;
    for (int step = 0; step < 60; step++) {
      double factor = (low + high) / 2;
      double places = 0;
      for (int size : sizes) {
        places += Math.min(size, factor * Math.sqrt(size));
      }
      if (places > wanted) {
        high = factor;
      } else {
        low = factor;
      }
    }
    int[] places = new int[sizes.length];
    double due = 0;
    int given = 0;
    for (int s = 0; s < sizes.length; s++) {
      // Roundings are carried on, so that the sum is right.
      due += Math.min(sizes[s], low * Math.sqrt(sizes[s]));
      places[s] = Math.min(sizes[s], (int) Math.round(due) - given);
      given += places[s];
    }
    return places;
  }

  /** n, the number of Gaussians. */
  public int count() {
    return gaussians.length;
  }

  /** The features scaled to length 1, so that distances are those of cosines; zeros stay. */
  public double[][] unitRows() {
    double[][] units = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double square = Arrays.stream(rows[i]).map(v -> v * v).sum();
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      units[i] = Arrays.stream(rows[i]).map(v -> scale * v).toArray();
    }
    return units;
  }
}

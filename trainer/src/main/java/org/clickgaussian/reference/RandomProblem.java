package org.clickgaussian.reference;

import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;

/**
 * Makes small iterations in which every term has something to do: features gather around a few
 * directions, so that some cosines lie above every margin, and some pixels have no segment.
 *
 * @param gaussians N, at least 1
 * @param contrastivePixels P
 * @param uniformPixels U
 * @param coarseSegments segments at the coarse level; each has three fine ones
 * @param coarseCandidates C^c
 * @param fineCandidates C^f
 * @param layout where the levels lie in a row
 * @param settings weights and margins
 */
public record RandomProblem(
    int gaussians,
    int contrastivePixels,
    int uniformPixels,
    int coarseSegments,
    int coarseCandidates,
    int fineCandidates,
    FeatureLayout layout,
    LossSettings settings) {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final int DIRECTIONS = 5;
  private static final int ENTRIES = 9;
  private static final int NEIGHBOURS = 5;

  /** A problem of moderate size with the paper's weights. */
  public static RandomProblem small(FeatureLayout layout) {
    return new RandomProblem(30, 29, 13, 4, 5, 7, layout, LossSettings.PAPER);
  }

  /** Draws the problem; the caller closes it. */
  public Problem draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] directions = directions(random);
    FeatureField features = new FeatureField(gaussians, layout);
    for (int i = 0; i < gaussians; i++) {
      fillRow(features, i, directions, random);
    }
    int pixels = contrastivePixels + uniformPixels;
    int[] coarse = new int[contrastivePixels];
    int[] fine = new int[contrastivePixels];
    label(coarse, fine, random);
    StepInput input =
        new StepInput(
            features,
            weights(pixels, random),
            shuffled(pixels, random),
            contrastivePixels,
            coarse,
            fine,
            candidates(Level.COARSE, coarseCandidates, directions, random),
            candidates(Level.FINE, fineCandidates, directions, random),
            random.nextLong());
    return new Problem(input, settings, neighbours(random));
  }

  private float[] directions(SplittableRandom random) {
    float[] directions = new float[DIRECTIONS * layout.dimensions()];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (float) random.nextGaussian();
    }
    return directions;
  }

  /** A row near one of the directions; its halves have lengths around 1. */
  private void fillRow(FeatureField features, int i, float[] directions, SplittableRandom random) {
    int dimensions = layout.dimensions();
    int direction = random.nextInt(DIRECTIONS) * dimensions;
    float scale = (float) (random.nextDouble(0.7, 1.4) / Math.sqrt(dimensions / 2.0));
    double spread = random.nextDouble(0.1, 1);
    for (int d = 0; d < dimensions; d++) {
      double value = directions[direction + d] + spread * random.nextGaussian();
      features.set(i, d, scale * (float) value);
    }
  }

  private void label(int[] coarse, int[] fine, SplittableRandom random) {
    for (int p = 0; p < coarse.length; p++) {
      coarse[p] = random.nextInt(coarseSegments + 1);
      fine[p] = random.nextInt(8) == 0 ? 0 : 3 * coarse[p] + random.nextInt(3);
    }
  }

  /** Rows of about {@link #ENTRIES} entries whose weights sum to less than 1; some are empty. */
  private BlendWeights weights(int pixels, SplittableRandom random) {
    long[] starts = new long[pixels + 1];
    for (int p = 0; p < pixels; p++) {
      starts[p + 1] = starts[p] + (random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(2 * ENTRIES));
    }
    BlendWeights weights = new BlendWeights(starts);
    for (int p = 0; p < pixels; p++) {
      float transmittance = 1;
      for (long entry = starts[p]; entry < starts[p + 1]; entry++) {
        float alpha = (float) random.nextDouble(0.05, 0.9);
        weights.gaussians().setAtIndex(INT, entry, random.nextInt(gaussians));
        weights.weights().setAtIndex(FLOAT, entry, alpha * transmittance);
        transmittance *= 1 - alpha;
      }
    }
    return weights;
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return rows;
  }

  private Candidates candidates(
      Level level, int count, float[] directions, SplittableRandom random) {
    int dimensions = layout.dimensions(level);
    float[] vectors = new float[count * dimensions];
    for (int c = 0; c < count; c++) {
      int direction = c % DIRECTIONS * layout.dimensions() + layout.from(level);
      double squares = 0;
      for (int d = 0; d < dimensions; d++) {
        double value = directions[direction + d] + 0.3 * random.nextGaussian();
        vectors[c * dimensions + d] = (float) value;
        squares += value * value;
      }
      for (int d = 0; d < dimensions; d++) {
        vectors[c * dimensions + d] *= (float) (1 / Math.sqrt(squares));
      }
    }
    return new Candidates(count, dimensions, vectors);
  }

  private int[] neighbours(SplittableRandom random) {
    int perGaussian = Math.min(NEIGHBOURS, gaussians - 1);
    int[] neighbours = new int[gaussians * perGaussian];
    for (int k = 0; k < neighbours.length; k++) {
      int other = random.nextInt(gaussians - 1);
      neighbours[k] = other < k / perGaussian ? other : other + 1;
    }
    return neighbours;
  }
}

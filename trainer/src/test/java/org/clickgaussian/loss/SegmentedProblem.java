package org.clickgaussian.loss;

import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.reference.Problem;
import org.clickgaussian.splat.BlendWeights;

/**
 * A problem as it looks after training: every pixel shows one Gaussian, and each segment has its
 * own direction, so that most blocks of pixels lie far apart. Some fine segments share a direction.
 */
final class SegmentedProblem {
  private static final int SEGMENTS = 8;
  private static final int PIXELS = 1100;

  private SegmentedProblem() {}

  static Problem draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FeatureLayout layout = FeatureLayout.PAPER;
    FeatureField features = new FeatureField(PIXELS, layout);
    int[] coarse = new int[PIXELS];
    int[] fine = new int[PIXELS];
    long[] starts = new long[PIXELS + 1];
    int[] rows = new int[PIXELS];
    for (int p = 0; p < PIXELS; p++) {
      int segment = random.nextInt(SEGMENTS);
      coarse[p] = 1 + segment;
      fine[p] = 1 + 2 * segment + random.nextInt(2);
      starts[p + 1] = p + 1;
      rows[p] = p;
      for (int d = 0; d < layout.dimensions(); d++) {
        float axis = d % layout.coarseDimensions() == segment ? 1 : 0;
        features.set(p, d, axis + 0.02f * (float) random.nextGaussian());
      }
    }
    BlendWeights weights = new BlendWeights(starts);
    for (int p = 0; p < PIXELS; p++) {
      weights.gaussians().setAtIndex(ValueLayout.JAVA_INT, p, p);
      weights.weights().setAtIndex(ValueLayout.JAVA_FLOAT, p, 0.9f);
    }
    StepInput input =
        new StepInput(features, weights, rows, PIXELS, coarse, fine, null, null, seed);
    return new Problem(input, LossSettings.PAPER, new int[0]);
  }
}

package org.clickgaussian.loss;

import java.util.Arrays;

/**
 * The rendered features F of an iteration's pixels and ∂L/∂F, row-major float[pixels][D]; grown
 * when an iteration needs more, never shrunk.
 */
final class RenderedPixels {
  private final int dimensions;
  private int count;
  private float[] features = new float[0];
  private float[] gradient = new float[0];

  RenderedPixels(int dimensions) {
    this.dimensions = dimensions;
  }

  /** Makes room for the pixels and sets their gradients to zero. */
  void reset(int pixels) {
    count = pixels;
    int floats = Math.multiplyExact(pixels, dimensions);
    if (features.length < floats) {
      features = new float[floats];
      gradient = new float[floats];
    } else {
      Arrays.fill(gradient, 0, floats, 0);
    }
  }

  int count() {
    return count;
  }

  /** D. */
  int dimensions() {
    return dimensions;
  }

  float[] features() {
    return features;
  }

  float[] gradient() {
    return gradient;
  }
}

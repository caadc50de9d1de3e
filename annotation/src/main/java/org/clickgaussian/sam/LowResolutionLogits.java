package org.clickgaussian.sam;

/**
 * Logits of a mask as the decoder yields them, over the encoder's whole square input.
 *
 * @param width logits in a row
 * @param height logits in a column
 * @param values [height][width]; above the threshold (0) is inside; not copied
 */
public record LowResolutionLogits(int width, int height, float[] values) {
  /** Checks the length. */
  public LowResolutionLogits {
    if (width < 1 || height < 1 || values.length != width * height) {
      throw new IllegalArgumentException(
          "%d logits for %d × %d".formatted(values.length, width, height));
    }
  }
}

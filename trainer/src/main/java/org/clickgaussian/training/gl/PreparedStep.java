package org.clickgaussian.training.gl;

import org.clickgaussian.loss.StepInput;
import org.clickgaussian.splat.BlendWeights;

/**
 * An iteration's input as the kernels take it, made on the host, while the device may still be at
 * work on the one before.
 */
final class PreparedStep {
  private final StepInput input;
  private final int[] rows;
  private final SegmentLists lists;
  private final int[] listWords;
  private final int[] chosen;

  private PreparedStep(StepInput input, int[] rows, SegmentLists lists, int[] chosen) {
    this.input = input;
    this.rows = rows;
    this.lists = lists;
    this.listWords = lists.words();
    this.chosen = chosen;
  }

  /**
   * Prepares an iteration.
   *
   * @param samples draws the Gaussians of Eq. 12
   */
  static PreparedStep of(StepInput input, SpatialSamples samples) {
    SegmentLists lists =
        new SegmentLists(input.coarseSegments(), input.fineSegments(), input.contrastivePixels());
    int[] rows = rows(input.blendWeights(), input.rows());
    return new PreparedStep(input, rows, lists, samples.draw(input.spatialSeed()));
  }

  private static int[] rows(BlendWeights weights, int[] numbers) {
    int[] rows = new int[2 * numbers.length + 2];
    long listed = 0;
    for (int p = 0; p < numbers.length; p++) {
      // Kernels read these as unsigned.
      rows[2 * p] = (int) weights.rowStart(numbers[p]);
      rows[2 * p + 1] = Math.toIntExact(listed);
      listed += weights.rowStart(numbers[p] + 1) - weights.rowStart(numbers[p]);
    }
    rows[2 * numbers.length + 1] = Math.toIntExact(listed);
    return rows;
  }

  /** Whether this is the preparation of an input, its candidates apart. */
  boolean isOf(StepInput other) {
    return input.rows() == other.rows() && input.blendWeights() == other.blendWeights();
  }

  /** The blend weights that the rows are of. */
  BlendWeights weights() {
    return input.blendWeights();
  }

  /** The rows' numbers. */
  int[] rowNumbers() {
    return input.rows();
  }

  /** P + U. */
  int pixels() {
    return input.rows().length;
  }

  /** P. */
  int contrastive() {
    return input.contrastivePixels();
  }

  /** Per pixel its first entry in the blend weights and in this iteration; then one more. */
  int[] rows() {
    return rows;
  }

  /** Entries of all pixels. */
  int entries() {
    return rows[rows.length - 1];
  }

  SegmentLists lists() {
    return lists;
  }

  /** {@link SegmentLists#words}. */
  int[] listWords() {
    return listWords;
  }

  /** One bit a Gaussian for the sample of Eq. 12; empty where that is all of them. */
  int[] chosen() {
    return chosen;
  }
}

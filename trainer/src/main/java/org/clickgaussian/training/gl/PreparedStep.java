package org.clickgaussian.training.gl;

import org.clickgaussian.loss.GaussianSample;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.work.Workers;

/**
 * An iteration's input as the kernels take it, made on the host, while the device may still be at
 * work on the one before.
 */
final class PreparedStep {
  private final StepInput input;
  private int[] rows;
  private SegmentLists lists;
  private int[] listWords;
  private int[] chosen;

  private PreparedStep(StepInput input) {
    this.input = input;
  }

  /**
   * Prepares an iteration.
   *
   * @param sample draws the Gaussians of Eq. 12
   * @param workers threads to prepare it on
   */
  static PreparedStep of(StepInput input, Sample sample, Workers workers) {
    PreparedStep step = new PreparedStep(input);
    // The sample of Eq. 12 takes as long as all the rest: each on a thread of its own.
    workers.forEach(
        2,
        half -> {
          if (half == 0) {
            step.chosen = sample.draw(input.spatialSeed());
          } else {
            step.list();
          }
        });
    return step;
  }

  private void list() {
    rows = rows(input.blendWeights(), input.rows());
    lists =
        new SegmentLists(input.coarseSegments(), input.fineSegments(), input.contrastivePixels());
    listWords = lists.words();
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

  /** Draws the Gaussians of Eq. 12 as bits; keeps nothing between draws. */
  static final class Sample {
    private final int count;
    private final int samples;

    Sample(int count, int samples) {
      this.count = count;
      this.samples = Math.min(count, samples);
    }

    /** Whether every Gaussian is in it. */
    boolean isAll() {
      return samples == count;
    }

    /** N_s. */
    int size() {
      return samples;
    }

    private int[] draw(long seed) {
      return isAll() ? new int[0] : GaussianSample.draw(count, samples, seed);
    }
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

package org.clickgaussian.loss;

import java.util.Arrays;
import org.clickgaussian.kernel.Norms;
import org.clickgaussian.work.Workers;

/**
 * Eq. 3, one level's part: pixels of one segment shall have one direction.
 *
 * <p>L = −1/P² Σ_{p≠q, M_p = M_q} ⟨F̂_p, F̂_q⟩ over ordered pairs of labelled pixels, P of them.
 * With E_s = Σ_{p∈s} F̂_p it factors into −1/P² (Σ_s |E_s|² − Σ_p |F̂_p|²), so no pair is ever
 * visited, and ∂L/∂F̂_p = −2/P² (E_s − F̂_p).
 */
final class ContrastivePositive {
  private static final int PIECE = 512;

  private final Workers workers;
  private double[] segmentSums = new double[0];
  private float[] units = new float[0];
  private float[] lengths = new float[0];

  ContrastivePositive(Workers workers) {
    this.workers = workers;
  }

  /**
   * Adds weight · ∂L/∂F to the gradient.
   *
   * @param pixels rendered features
   * @param slice the level's floats in a row
   * @param segments int[≥ P], 0 where a pixel has none; the first P pixels are meant
   * @param contrastivePixels pixels to look at
   * @param weight the term's weight
   * @return L, unweighted
   */
  double add(
      RenderedPixels pixels,
      LevelSlice slice,
      int[] segments,
      int contrastivePixels,
      double weight) {
    int labelled = prepare(segments, contrastivePixels, slice.dimensions());
    if (labelled == 0) {
      return 0;
    }
    workers.forRanges(
        contrastivePixels, PIECE, (piece, from, to) -> normalise(pixels, slice, from, to));
    double ownPairs = sumUnits(segments, contrastivePixels, slice.dimensions());
    double allPairs = 0;
    for (double sum : segmentSums) {
      allPairs += sum * sum;
    }
    double pairCount = (double) labelled * labelled;
    double factor = -2 * weight / pairCount;
    workers.forRanges(
        contrastivePixels,
        PIECE,
        (piece, from, to) -> addGradient(pixels, slice, segments, from, to, factor));
    return -(allPairs - ownPairs) / pairCount;
  }

  /** Makes room; returns the number of labelled pixels. */
  private int prepare(int[] segments, int contrastivePixels, int dimensions) {
    int largest = 0;
    int labelled = 0;
    for (int p = 0; p < contrastivePixels; p++) {
      largest = Math.max(largest, segments[p]);
      labelled += segments[p] == 0 ? 0 : 1;
    }
    if (units.length < contrastivePixels * dimensions) {
      units = new float[contrastivePixels * dimensions];
    }
    if (lengths.length < contrastivePixels) {
      lengths = new float[contrastivePixels];
    }
    int sums = Math.multiplyExact(largest + 1, dimensions);
    if (segmentSums.length < sums) {
      segmentSums = new double[sums];
    } else {
      Arrays.fill(segmentSums, 0);
    }
    return labelled;
  }

  private void normalise(RenderedPixels pixels, LevelSlice slice, int from, int to) {
    int dimensions = slice.dimensions();
    float[] features = pixels.features();
    for (int p = from; p < to; p++) {
      int at = p * pixels.dimensions() + slice.from();
      lengths[p] = Norms.length(features, at, dimensions);
      float inverse = 1 / lengths[p];
      for (int d = 0; d < dimensions; d++) {
        units[p * dimensions + d] = features[at + d] * inverse;
      }
    }
  }

  /** Sums the unit vectors of each segment; returns Σ |F̂_p|². */
  private double sumUnits(int[] segments, int contrastivePixels, int dimensions) {
    double squares = 0;
    for (int p = 0; p < contrastivePixels; p++) {
      if (segments[p] == 0) {
        continue;
      }
      int sum = segments[p] * dimensions;
      for (int d = 0; d < dimensions; d++) {
        double unit = units[p * dimensions + d];
        segmentSums[sum + d] += unit;
        squares += unit * unit;
      }
    }
    return squares;
  }

  private void addGradient(
      RenderedPixels pixels, LevelSlice slice, int[] segments, int from, int to, double factor) {
    int dimensions = slice.dimensions();
    float[] gradient = pixels.gradient();
    for (int p = from; p < to; p++) {
      if (segments[p] == 0) {
        continue;
      }
      int unit = p * dimensions;
      int sum = segments[p] * dimensions;
      double along = 0;
      for (int d = 0; d < dimensions; d++) {
        along += (segmentSums[sum + d] - units[unit + d]) * units[unit + d];
      }
      int at = p * pixels.dimensions() + slice.from();
      double scale = factor / lengths[p];
      for (int d = 0; d < dimensions; d++) {
        double toOthers = segmentSums[sum + d] - units[unit + d];
        gradient[at + d] += (float) (scale * (toOthers - along * units[unit + d]));
      }
    }
  }
}

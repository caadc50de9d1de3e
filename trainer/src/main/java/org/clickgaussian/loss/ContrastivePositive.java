package org.clickgaussian.loss;

import java.util.Arrays;
import org.clickgaussian.kernel.Norms;

/**
 * Eq. 3, one level's part: pixels of one segment shall have one direction.
 *
 * <p>L = −1/P² Σ_{p≠q, M_p = M_q} ⟨F̂_p, F̂_q⟩ over ordered pairs of labelled pixels, P of them.
 * With E_s = Σ_{p∈s} F̂_p it factors into −1/P² (Σ_s |E_s|² − Σ_p |F̂_p|²), so no pair is ever
 * visited, and ∂L/∂F̂_p = −2/P² (E_s − F̂_p).
 */
final class ContrastivePositive {
  private double[] segmentSums = new double[0];
  private float[] units = new float[0];

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
    double ownPairs = sumUnits(pixels, slice, segments, contrastivePixels);
    double allPairs = 0;
    for (double sum : segmentSums) {
      allPairs += sum * sum;
    }
    double pairCount = (double) labelled * labelled;
    addGradient(pixels, slice, segments, contrastivePixels, -2 * weight / pairCount);
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
    int sums = Math.multiplyExact(largest + 1, dimensions);
    if (segmentSums.length < sums) {
      segmentSums = new double[sums];
    } else {
      Arrays.fill(segmentSums, 0);
    }
    return labelled;
  }

  /** Sums the unit vectors of each segment; returns Σ |F̂_p|². */
  private double sumUnits(
      RenderedPixels pixels, LevelSlice slice, int[] segments, int contrastivePixels) {
    int dimensions = slice.dimensions();
    double squares = 0;
    for (int p = 0; p < contrastivePixels; p++) {
      if (segments[p] == 0) {
        continue;
      }
      int at = p * pixels.dimensions() + slice.from();
      float inverse = 1 / Norms.length(pixels.features(), at, dimensions);
      for (int d = 0; d < dimensions; d++) {
        float unit = pixels.features()[at + d] * inverse;
        units[p * dimensions + d] = unit;
        segmentSums[segments[p] * dimensions + d] += unit;
        squares += (double) unit * unit;
      }
    }
    return squares;
  }

  private void addGradient(
      RenderedPixels pixels,
      LevelSlice slice,
      int[] segments,
      int contrastivePixels,
      double factor) {
    int dimensions = slice.dimensions();
    for (int p = 0; p < contrastivePixels; p++) {
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
      double scale = factor / Norms.length(pixels.features(), at, dimensions);
      for (int d = 0; d < dimensions; d++) {
        double toOthers = segmentSums[sum + d] - units[unit + d];
        pixels.gradient()[at + d] += (float) (scale * (toOthers - along * units[unit + d]));
      }
    }
  }
}

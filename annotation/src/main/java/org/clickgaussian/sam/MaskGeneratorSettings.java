package org.clickgaussian.sam;

import org.clickgaussian.io.InputException;

/**
 * What the automatic mask generation can be told; names and meanings are those of Segment
 * Anything's {@code amg.py}.
 *
 * @param pointsPerSide points of the grid in each direction, at least 1
 * @param predictedIouThreshold masks up to this predicted IoU are dropped; 0 keeps all
 * @param stabilityThreshold masks below this stability are dropped; 0 keeps all
 * @param stabilityOffset how far the threshold is moved up and down to see how stable a mask is
 * @param boxOverlapLimit of masks of one crop whose boxes overlap more, the one with the higher
 *     predicted IoU stays
 * @param cropLayers how often the photo is cut into parts (4, 16, …) that are looked at by
 *     themselves; 0: the whole photo only
 * @param cropOverlapLimit of masks of different crops whose boxes overlap more, that of the smaller
 *     crop stays
 * @param cropOverlapRatio how far crops overlap, as a share of the photo's shorter side
 * @param cropPointsDownscale the points a side are divided by this at each further layer
 * @param minRegionArea holes and islands with fewer pixels are filled and removed; 0: none
 * @param everyPoint whether points are asked too that lie between others whose answers agree about
 *     them, as {@code amg.py} does
 */
public record MaskGeneratorSettings(
    int pointsPerSide,
    double predictedIouThreshold,
    double stabilityThreshold,
    double stabilityOffset,
    double boxOverlapLimit,
    int cropLayers,
    double cropOverlapLimit,
    double cropOverlapRatio,
    int cropPointsDownscale,
    int minRegionArea,
    boolean everyPoint) {
  /** {@code amg.py}'s defaults, with certain points left out. */
  public static final MaskGeneratorSettings DEFAULTS =
      new MaskGeneratorSettings(32, 0.88, 0.95, 1, 0.7, 0, 0.7, 512.0 / 1500, 1, 0, false);

  /**
   * Checks the ranges.
   *
   * @throws InputException if a number lies outside of its range
   */
  public MaskGeneratorSettings {
    require(pointsPerSide >= 1 && pointsPerSide <= 256, "points per side must be 1 to 256");
    require(predictedIouThreshold <= 1, "the predicted IoU threshold must be at most 1");
    require(stabilityThreshold <= 1, "the stability threshold must be at most 1");
    require(stabilityOffset >= 0, "the stability offset must not be negative");
    require(boxOverlapLimit >= 0 && boxOverlapLimit <= 1, "the box overlap must be 0 to 1");
    require(cropLayers >= 0 && cropLayers <= 4, "the crop layers must be 0 to 4");
    require(cropOverlapLimit >= 0 && cropOverlapLimit <= 1, "the crop overlap must be 0 to 1");
    require(cropOverlapRatio >= 0 && cropOverlapRatio < 1, "the crops' overlap must be below 1");
    require(cropPointsDownscale >= 1, "the crops' downscale must be at least 1");
    require(minRegionArea >= 0, "the least region must not be negative");
  }

  /** With certain points left out. */
  public MaskGeneratorSettings(
      int pointsPerSide,
      double predictedIouThreshold,
      double stabilityThreshold,
      double stabilityOffset,
      double boxOverlapLimit,
      int cropLayers,
      double cropOverlapLimit,
      double cropOverlapRatio,
      int cropPointsDownscale,
      int minRegionArea) {
    this(
        pointsPerSide,
        predictedIouThreshold,
        stabilityThreshold,
        stabilityOffset,
        boxOverlapLimit,
        cropLayers,
        cropOverlapLimit,
        cropOverlapRatio,
        cropPointsDownscale,
        minRegionArea,
        false);
  }

  /** The same with another grid. */
  public MaskGeneratorSettings withPointsPerSide(int points) {
    return new MaskGeneratorSettings(
        points,
        predictedIouThreshold,
        stabilityThreshold,
        stabilityOffset,
        boxOverlapLimit,
        cropLayers,
        cropOverlapLimit,
        cropOverlapRatio,
        cropPointsDownscale,
        minRegionArea,
        everyPoint);
  }

  /** The same with other thresholds of predicted IoU and stability. */
  public MaskGeneratorSettings withThresholds(double predictedIou, double stability) {
    return new MaskGeneratorSettings(
        pointsPerSide,
        predictedIou,
        stability,
        stabilityOffset,
        boxOverlapLimit,
        cropLayers,
        cropOverlapLimit,
        cropOverlapRatio,
        cropPointsDownscale,
        minRegionArea,
        everyPoint);
  }

  /** The same with every point of the grid asked, or certain ones left out. */
  public MaskGeneratorSettings withEveryPoint(boolean every) {
    return new MaskGeneratorSettings(
        pointsPerSide,
        predictedIouThreshold,
        stabilityThreshold,
        stabilityOffset,
        boxOverlapLimit,
        cropLayers,
        cropOverlapLimit,
        cropOverlapRatio,
        cropPointsDownscale,
        minRegionArea,
        every);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new InputException(otherwise);
    }
  }
}

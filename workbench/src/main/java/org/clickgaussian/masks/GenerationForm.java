package org.clickgaussian.masks;

import org.clickgaussian.sam.MaskGeneratorSettings;
import org.clickgaussian.sam.ModelCatalog;

/**
 * How masks are to be made.
 *
 * @param model name of the model
 * @param pointsPerSide points of the grid in each direction
 * @param cropLayers how often the photo is cut into parts that are looked at by themselves
 * @param predictedIou masks up to this predicted IoU are dropped
 * @param stability masks below this stability are dropped
 * @param minRegionArea holes and islands with fewer pixels are filled and removed
 * @param views of which views
 * @param startAgain whether masks that are there are made again
 */
public record GenerationForm(
    String model,
    int pointsPerSide,
    int cropLayers,
    double predictedIou,
    double stability,
    int minRegionArea,
    ViewPart views,
    boolean startAgain) {
  private static final MaskGeneratorSettings OFFICIAL = MaskGeneratorSettings.DEFAULTS;

  /** The official settings and the default model, for all views. */
  public static final GenerationForm DEFAULTS =
      new GenerationForm(
          ModelCatalog.DEFAULT,
          OFFICIAL.pointsPerSide(),
          OFFICIAL.cropLayers(),
          OFFICIAL.predictedIouThreshold(),
          OFFICIAL.stabilityThreshold(),
          OFFICIAL.minRegionArea(),
          ViewPart.ALL,
          false);

  /**
   * As the generator takes them.
   *
   * @throws org.clickgaussian.io.InputException if a number lies outside of its range
   */
  public MaskGeneratorSettings settings() {
    return new MaskGeneratorSettings(
        pointsPerSide,
        predictedIou,
        stability,
        OFFICIAL.stabilityOffset(),
        OFFICIAL.boxOverlapLimit(),
        cropLayers,
        OFFICIAL.cropOverlapLimit(),
        OFFICIAL.cropOverlapRatio(),
        OFFICIAL.cropPointsDownscale(),
        minRegionArea);
  }

  /** The name of the set: the model's, with what differs from the official settings. */
  public String setName() {
    StringBuilder name = new StringBuilder(model);
    if (pointsPerSide != OFFICIAL.pointsPerSide()) {
      name.append("-").append(pointsPerSide);
    }
    if (cropLayers != OFFICIAL.cropLayers()) {
      name.append("-crops").append(cropLayers);
    }
    if (predictedIou != OFFICIAL.predictedIouThreshold()) {
      name.append("-iou").append(Math.round(100 * predictedIou));
    }
    if (stability != OFFICIAL.stabilityThreshold()) {
      name.append("-stable").append(Math.round(100 * stability));
    }
    if (minRegionArea != OFFICIAL.minRegionArea()) {
      name.append("-area").append(minRegionArea);
    }
    return name.toString();
  }

  /** The same with another model. */
  public GenerationForm withModel(String other) {
    return new GenerationForm(
        other,
        pointsPerSide,
        cropLayers,
        predictedIou,
        stability,
        minRegionArea,
        views,
        startAgain);
  }

  /** The same, keeping what is there. */
  public GenerationForm goingOn() {
    return new GenerationForm(
        model, pointsPerSide, cropLayers, predictedIou, stability, minRegionArea, views, false);
  }

  /** The same with another grid. */
  public GenerationForm withPointsPerSide(int points) {
    return new GenerationForm(
        model, points, cropLayers, predictedIou, stability, minRegionArea, views, startAgain);
  }
}

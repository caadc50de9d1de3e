package org.clickgaussian.cli;

import org.clickgaussian.sam.MaskGeneratorSettings;
import picocli.CommandLine.Option;

/** The settings of automatic mask generation, named as Segment Anything's {@code amg.py} does. */
final class MaskGenerationOptions {

  @Option(
      names = "--points-per-side",
      paramLabel = "N",
      defaultValue = "32",
      description =
          "Grid of N × N points asked in each photo; the time goes with N². Default:"
              + " ${DEFAULT-VALUE}.")
  private int pointsPerSide;

  @Option(
      names = "--pred-iou-thresh",
      paramLabel = "R",
      defaultValue = "0.88",
      description =
          "Drop masks that the model itself rates up to R. Default: ${DEFAULT-VALUE}; lower finds"
              + " more, and worse.")
  private double predictedIou;

  @Option(
      names = "--stability-score-thresh",
      paramLabel = "R",
      defaultValue = "0.95",
      description =
          "Drop masks that change by more than 1 − R when their threshold moves. Default:"
              + " ${DEFAULT-VALUE}.")
  private double stability;

  @Option(
      names = "--stability-score-offset",
      paramLabel = "R",
      defaultValue = "1",
      description = "How far the threshold moves for that, in logits. Default: ${DEFAULT-VALUE}.")
  private double stabilityOffset;

  @Option(
      names = "--box-nms-thresh",
      paramLabel = "R",
      defaultValue = "0.7",
      description = "Of masks whose boxes overlap more, the best stays. Default: ${DEFAULT-VALUE}.")
  private double boxOverlap;

  @Option(
      names = "--crop-n-layers",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Look again at 4, 16, … overlapping parts of the photo, for small things; each layer"
              + " takes 4 times as long as the last. Default: ${DEFAULT-VALUE}.")
  private int cropLayers;

  @Option(
      names = "--crop-nms-thresh",
      paramLabel = "R",
      defaultValue = "0.7",
      description =
          "Of masks from different parts whose boxes overlap more, that of the smaller part"
              + " stays. Default: ${DEFAULT-VALUE}.")
  private double cropOverlap;

  @Option(
      names = "--crop-overlap-ratio",
      paramLabel = "R",
      defaultValue = "0.3413333333333333",
      description = "How far the parts overlap. Default: 512/1500.")
  private double cropOverlapRatio;

  @Option(
      names = "--crop-n-points-downscale-factor",
      paramLabel = "N",
      defaultValue = "1",
      description = "Divide the points a side by N at each layer. Default: ${DEFAULT-VALUE}.")
  private int cropPointsDownscale;

  @Option(
      names = "--min-mask-region-area",
      paramLabel = "PIXELS",
      defaultValue = "0",
      description =
          "Fill holes and remove islands with fewer pixels. Default: ${DEFAULT-VALUE}, none.")
  private int minRegionArea;

  @Option(
      names = "--every-point",
      description =
          "Ask at every point of the grid, as amg.py does. Otherwise points are left out that lie"
              + " between others whose answers agree about them (from 24 points a side on), which"
              + " takes a quarter to a half less time for nearly the same segments.")
  private boolean everyPoint;

  MaskGeneratorSettings settings() {
    return new MaskGeneratorSettings(
        pointsPerSide,
        predictedIou,
        stability,
        stabilityOffset,
        boxOverlap,
        cropLayers,
        cropOverlap,
        cropOverlapRatio,
        cropPointsDownscale,
        minRegionArea,
        everyPoint);
  }
}

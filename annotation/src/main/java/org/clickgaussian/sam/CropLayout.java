package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.mask.PromptPoint;

/** The parts of a photo that are looked at by themselves, and the points asked in them. */
final class CropLayout {
  /**
   * A part of the photo.
   *
   * @param layer 0 the whole photo, 1 four parts, 2 sixteen, and so on
   */
  record Crop(int left, int top, int width, int height, int layer) {
    /** The crop as a box from its first pixel to just beyond its last. */
    PixelBox box() {
      return new PixelBox(left, top, left + width, top + height);
    }
  }

  private CropLayout() {}

  /** The whole photo, then the layers' overlapping parts, column by column. */
  static List<Crop> crops(int width, int height, int layers, double overlapRatio) {
    List<Crop> crops = new ArrayList<>();
    crops.add(new Crop(0, 0, width, height, 0));
    for (int layer = 1; layer <= layers; layer++) {
      int perSide = 1 << layer;
      int overlap = (int) (overlapRatio * Math.min(width, height) * (2.0 / perSide));
      int cropWidth = length(width, perSide, overlap);
      int cropHeight = length(height, perSide, overlap);
      for (int column = 0; column < perSide; column++) {
        for (int row = 0; row < perSide; row++) {
          int left = (cropWidth - overlap) * column;
          int top = (cropHeight - overlap) * row;
          int ownWidth = Math.min(cropWidth, width - left);
          int ownHeight = Math.min(cropHeight, height - top);
          // A photo of a few pixels has fewer parts than the layer asks for.
          if (ownWidth > 0 && ownHeight > 0) {
            crops.add(new Crop(left, top, ownWidth, ownHeight, layer));
          }
        }
      }
    }
    return crops;
  }

  private static int length(int whole, int perSide, int overlap) {
    return (int) Math.ceil((double) (overlap * (perSide - 1) + whole) / perSide);
  }

  /** Points a side in a layer. */
  static int pointsPerSide(int pointsPerSide, int layer, int downscale) {
    return (int) (pointsPerSide / Math.pow(downscale, layer));
  }

  /** The centres of n · n equal cells of a crop, row by row, in pixels of the crop. */
  static List<PromptPoint> grid(int perSide, int width, int height) {
    List<PromptPoint> points = new ArrayList<>(perSide * perSide);
    for (int row = 0; row < perSide; row++) {
      for (int column = 0; column < perSide; column++) {
        points.add(new PromptPoint(cell(column, perSide) * width, cell(row, perSide) * height));
      }
    }
    return points;
  }

  /** As numpy's linspace from half a cell to one minus half a cell. */
  private static double cell(int i, int perSide) {
    double half = 1.0 / (2 * perSide);
    if (i == perSide - 1 && perSide > 1) {
      return 1 - half;
    }
    return perSide == 1 ? half : half + i * ((1 - half - half) / (perSide - 1));
  }
}

package org.clickgaussian.scene;

/** Brings label maps that were made on photos into the pinhole cameras of the views. */
@FunctionalInterface
public interface LabelUndistortion {
  /** For photos and label maps without lens distortion: returns the labels as they are. */
  LabelUndistortion NONE = (view, labels, width, height) -> labels;

  /**
   * Undistorts a label map like the photo of its view, each pixel taking the nearest label; pixels
   * that the photo did not see get 0. The map may have another size than the photo.
   *
   * @param view the view of the photo
   * @param labels [height][width] on the distorted photo; not changed
   * @param width pixels in a row of the map
   * @param height pixels in a column of the map
   * @return [height][width]; {@code labels} itself where the lens bends nothing visible
   */
  int[] undistortNearest(View view, int[] labels, int width, int height);
}

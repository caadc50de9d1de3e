package org.clickgaussian.viewport.frame;

import org.clickgaussian.mask.Level;

/**
 * The cluster of every pixel of a frame.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param clusters int[height · width], −1 for none
 * @param bound one past the greatest cluster
 * @param alpha how much of each pixel is covered; below one half no cluster is seen
 * @param brightness of each pixel's colour, 0 to 1
 */
public record PixelClusters(
    int width, int height, int[] clusters, int bound, float[] alpha, float[] brightness) {

  /** The clusters of a view. */
  static PixelClusters of(KeptView view, Level level) {
    float[] rgb = view.frame().rgb();
    float[] brightness = new float[view.pixels()];
    for (int i = 0; i < brightness.length; i++) {
      brightness[i] = Shading.brightness(rgb, i);
    }
    return new PixelClusters(
        view.camera().width(),
        view.camera().height(),
        view.matches(level).clusters(),
        view.tables().clusters(level),
        view.frame().alpha(),
        brightness);
  }

  /** The same at another size: each pixel that of the nearest place. */
  PixelClusters sized(int otherWidth, int otherHeight) {
    if (otherWidth == width && otherHeight == height) {
      return this;
    }
    int count = otherWidth * otherHeight;
    int[] ids = new int[count];
    float[] covered = new float[count];
    float[] bright = new float[count];
    for (int i = 0; i < count; i++) {
      int x = i % otherWidth * width / otherWidth;
      int y = i / otherWidth * height / otherHeight;
      ids[i] = clusters[y * width + x];
      covered[i] = alpha[y * width + x];
      bright[i] = brightness[y * width + x];
    }
    return new PixelClusters(otherWidth, otherHeight, ids, bound, covered, bright);
  }
}

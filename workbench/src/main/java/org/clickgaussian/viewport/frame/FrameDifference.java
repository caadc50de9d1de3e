package org.clickgaussian.viewport.frame;

/**
 * Where two pictures of the same camera differ.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param pixels 0xAARRGGBB, premultiplied
 * @param share how much they differ, 0 to 1: the share of the pixels with clusters in both that
 *     disagree, or the mean distance of colours
 */
public record FrameDifference(int width, int height, int[] pixels, double share) {
  private static final int DISAGREES = 0xe5484d;
  private static final float LEAST_BRIGHTNESS = 0.35f;
  private static final double MOST_DISTANCE = Math.sqrt(3) * 255;

  /** Small differences are seen too: the colour scale ends at this distance. */
  private static final double FULL_SCALE = 0.5;

  /**
   * Compares clusters, whatever their numbers: a cluster of the first picture belongs to that of
   * the second that most of its pixels show; where another is shown, they disagree. The rest of the
   * scene is grey.
   */
  public static FrameDifference ofClusters(PixelClusters first, PixelClusters other) {
    PixelClusters second = other.sized(first.width(), first.height());
    int count = first.clusters().length;
    int[] segments = new int[count];
    for (int i = 0; i < count; i++) {
      segments[i] = first.alpha()[i] >= Shading.COVERED ? first.clusters()[i] + 1 : 0;
    }
    int[] pixels = new int[count];
    if (second.bound() == 0) {
      return new FrameDifference(first.width(), first.height(), pixels, 0);
    }
    Disagreement found =
        Disagreement.of(segments, first.bound(), second.clusters(), second.bound(), second.alpha());
    for (int i = 0; i < count; i++) {
      float bright = first.brightness()[i];
      pixels[i] =
          found.at(i)
              ? Shading.shaded(DISAGREES, Math.max(LEAST_BRIGHTNESS, bright))
              : Shading.dimmed(bright);
    }
    return new FrameDifference(first.width(), first.height(), pixels, found.share());
  }

  /** The distance of the colours of each pixel, as a colour scale. */
  public static FrameDifference ofColours(ViewportFrame first, ViewportFrame second) {
    int width = first.width();
    int height = first.height();
    int[] pixels = new int[width * height];
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width * second.width() / width;
      int y = i / width * second.height() / height;
      double distance =
          distance(first.pixels()[i], second.pixels()[y * second.width() + x]) / MOST_DISTANCE;
      sum += distance;
      pixels[i] = 0xFF000000 | ColourScale.colour(Math.min(1, distance / FULL_SCALE));
    }
    return new FrameDifference(width, height, pixels, sum / Math.max(1, pixels.length));
  }

  private static double distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return Math.sqrt(red * red + green * green + blue * blue);
  }
}

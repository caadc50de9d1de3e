package org.clickgaussian.samples;

/**
 * What a sample scene is to be.
 *
 * @param seed seed of everything random
 * @param gaussians N
 * @param views the number of views
 * @param width pixels in a row of a photo
 * @param height pixels in a column of a photo
 * @param noise r, the probability of each fault of a segment in a view
 */
public record SampleSettings(
    long seed, int gaussians, int views, int width, int height, double noise) {
  /** What {@code clickgaussian sample} makes when nothing is said. */
  public static final SampleSettings DEFAULT = new SampleSettings(0, 100_000, 60, 640, 480, 0.2);

  /** The small scene of the demo. */
  public static final SampleSettings SMALL = new SampleSettings(0, 30_000, 32, 400, 300, 0.2);
}

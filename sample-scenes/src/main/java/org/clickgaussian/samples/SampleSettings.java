package org.clickgaussian.samples;

import org.clickgaussian.io.InputException;

/**
 * What a sample scene is to be.
 *
 * @param seed seed of everything random
 * @param gaussians N, 1,000 to 20,000,000
 * @param views the number of views, 1 to 1,000
 * @param width pixels in a row of a photo, 16 to 8,192
 * @param height pixels in a column of a photo, 16 to 8,192
 * @param noise r, the probability of each fault of a segment in a view, 0 to 1
 */
public record SampleSettings(
    long seed, int gaussians, int views, int width, int height, double noise) {
  /** What {@code clickgaussian sample} makes when nothing is said. */
  public static final SampleSettings DEFAULT = new SampleSettings(0, 100_000, 60, 640, 480, 0.2);

  /** The small scene of the demo. */
  public static final SampleSettings SMALL = new SampleSettings(0, 30_000, 32, 400, 300, 0.2);

  /**
   * Checks the ranges.
   *
   * @throws InputException naming the setting that is out of its range
   */
  public SampleSettings {
    check("gaussians", gaussians, 1_000, 20_000_000);
    check("views", views, 1, 1_000);
    check("width", width, 16, 8_192);
    check("height", height, 16, 8_192);
    if (!(noise >= 0 && noise <= 1)) {
      throw new InputException(
          "The noise of a sample scene is a probability, 0 to 1, not " + noise + ".");
    }
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(
          "The %s of a sample scene must be %,d to %,d, not %,d."
              .formatted(name, least, most, value));
    }
  }
}

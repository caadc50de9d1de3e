package org.clickgaussian.splat.planning;

/**
 * What a plan of views is to be.
 *
 * @param count how many views, at least 1
 * @param width pixels in a row
 * @param height pixels in a column
 * @param path from where to look
 * @param up the direction up in the world, double[3], or null to have it guessed
 */
public record PlanSettings(int count, int width, int height, ViewPath path, double[] up) {
  /** Checks the numbers. */
  public PlanSettings {
    if (count < 1 || width < 16 || height < 16) {
      throw new IllegalArgumentException(
          "%d views of %d × %d pixels".formatted(count, width, height));
    }
  }
}

package org.clickgaussian.tuning;

/**
 * How far a training is.
 *
 * @param iteration iterations done
 * @param iterations iterations of the whole run
 * @param perSecond iterations a second lately; NaN where that is not known yet
 * @param loss the weighted total of the last iteration
 */
public record TrainingProgress(int iteration, int iterations, double perSecond, double loss) {
  /** The share that is done, 0 to 1. */
  public double fraction() {
    return iterations == 0 ? 0 : iteration / (double) iterations;
  }

  /** The seconds that the rest takes at the present pace; NaN where that is not known yet. */
  public double secondsLeft() {
    return (iterations - iteration) / perSecond;
  }
}

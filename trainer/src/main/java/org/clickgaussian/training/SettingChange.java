package org.clickgaussian.training;

/**
 * A setting that was changed while a run went on.
 *
 * @param iteration the first iteration that it is in effect in; the first of a run is 1
 * @param parameter what was changed; one that {@link Hyperparameter#changesInFlight}
 * @param from the value in effect before
 * @param to the value in effect from the iteration on
 */
public record SettingChange(int iteration, Hyperparameter parameter, double from, double to) {}

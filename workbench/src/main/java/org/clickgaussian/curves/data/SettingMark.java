package org.clickgaussian.curves.data;

/**
 * A setting that was changed while a run trained.
 *
 * @param iteration the first with the new value
 * @param key name of the setting
 * @param from value before
 * @param to value from then on
 */
public record SettingMark(double iteration, String key, double from, double to) {}

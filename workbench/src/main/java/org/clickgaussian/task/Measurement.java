package org.clickgaussian.task;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value the figure
 * @param unit of the figure, such as "ms"
 * @param detail how it was measured: repetitions, spread, sizes
 */
public record Measurement(String name, double value, String unit, String detail) {}

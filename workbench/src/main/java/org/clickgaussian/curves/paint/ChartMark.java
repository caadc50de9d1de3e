package org.clickgaussian.curves.paint;

/**
 * An upright line where a setting was changed.
 *
 * @param position on the horizontal axis, not yet on its scale
 * @param words what was changed
 * @param colour number of its run's colour in the palette
 */
public record ChartMark(double position, String words, int colour) {}

package org.clickgaussian.settings;

/**
 * Where the window stood.
 *
 * @param x left edge on the desktop
 * @param y upper edge on the desktop
 * @param width in the desktop's units
 * @param height in the desktop's units
 * @param maximized whether it filled the screen; the rest is then its place before
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

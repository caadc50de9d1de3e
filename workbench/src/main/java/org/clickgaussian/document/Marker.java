package org.clickgaussian.document;

/**
 * Where a click hit the scene.
 *
 * @param x world coordinate
 * @param y world coordinate
 * @param z world coordinate
 * @param combination what the click did with what it hit
 */
public record Marker(double x, double y, double z, Combination combination) {}

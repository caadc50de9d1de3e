package org.clickgaussian.samples.shape;

/**
 * A point of a surface.
 *
 * @param position x, y, z
 * @param normal of unit length, outwards
 */
public record SurfacePoint(double[] position, double[] normal) {}

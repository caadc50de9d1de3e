package org.clickgaussian.samples;

import org.clickgaussian.samples.shape.Shape;

/**
 * One shape of a part, to be covered with Gaussians.
 *
 * @param shape the solid
 * @param bound centre and radius of a sphere around it
 * @param material what it looks like
 * @param part label of its part
 * @param piece number of the shape within its part, from 0
 * @param density Gaussians for an area, relative to other sources
 */
record SurfaceSource(
    Shape shape, double[] bound, Material material, int part, int piece, double density) {
  /** Whether a point may be inside, by the sphere around the shape. */
  boolean isNear(double x, double y, double z, double margin) {
    double dx = x - bound[0];
    double dy = y - bound[1];
    double dz = z - bound[2];
    double radius = bound[3] + margin;
    return dx * dx + dy * dy + dz * dz < radius * radius;
  }

  /** Whether a point lies inside the solid. */
  boolean contains(double x, double y, double z) {
    return isNear(x, y, z, 0) && shape.contains(x, y, z);
  }
}

package org.clickgaussian.samples.shape;

import org.clickgaussian.math.RandomStream;

/** A solid with a surface, in metres, z up. */
public interface Shape {
  /** Area of the surface in square metres. */
  double area();

  /** A point drawn uniformly from the surface. */
  SurfacePoint sample(RandomStream random);

  /** Whether a point lies inside, by more than a tenth of a millimetre. */
  boolean contains(double x, double y, double z);

  /** How thin the solid is: the radius of a disc that still looks flat on it, in metres. */
  double flatRadius();

  /** Centre of a sphere around the shape, and its radius: double[4]. */
  double[] boundingSphere();
}

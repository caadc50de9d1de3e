package org.clickgaussian.samples;

import java.util.List;

/**
 * An object composed of parts: the coarse level of the ground truth.
 *
 * @param name the object's name
 * @param density Gaussians for the area of its surface, relative to those of table-top objects
 * @param parts what it is composed of
 */
record SampleObject(String name, double density, List<SamplePart> parts) {
  static SampleObject of(String name, SamplePart... parts) {
    return new SampleObject(name, 1, List.of(parts));
  }

  SampleObject withDensity(double newDensity) {
    return new SampleObject(name, newDensity, parts);
  }
}

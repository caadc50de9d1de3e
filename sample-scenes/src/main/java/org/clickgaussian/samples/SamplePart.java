package org.clickgaussian.samples;

import java.util.List;
import org.clickgaussian.samples.shape.Shape;

/**
 * A part of an object: the fine level of the ground truth.
 *
 * @param name the part's name within its object
 * @param material what it looks like
 * @param shapes what it is made of
 */
record SamplePart(String name, Material material, List<Shape> shapes) {
  static SamplePart of(String name, Material material, Shape... shapes) {
    return new SamplePart(name, material, List.of(shapes));
  }
}

package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of a scene's objects and parts, numbered from 1.
 *
 * @param objects names of the coarse level; label k is {@code objects.get(k - 1)}
 * @param parts names of the fine level, such as "mug.handle"
 * @param objectOfPart for each part the label of its object
 */
public record SampleLabels(List<String> objects, List<String> parts, List<Integer> objectOfPart) {

  static SampleLabels of(List<SampleObject> objects) {
    List<String> objectNames = new ArrayList<>();
    List<String> partNames = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (SampleObject object : objects) {
      objectNames.add(object.name());
      for (SamplePart part : object.parts()) {
        partNames.add(object.name() + "." + part.name());
        owners.add(objectNames.size());
      }
    }
    return new SampleLabels(List.copyOf(objectNames), List.copyOf(partNames), List.copyOf(owners));
  }

  /** The label of the object that a part belongs to; 0 for part 0. */
  public int objectOf(int part) {
    return part == 0 ? 0 : objectOfPart.get(part - 1);
  }
}

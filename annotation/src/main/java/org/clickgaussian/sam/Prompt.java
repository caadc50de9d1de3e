package org.clickgaussian.sam;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;

/**
 * What is asked of the decoder about a photo.
 *
 * @param inside points on the object
 * @param outside points beside it
 * @param box around the object, in pixels of the photo
 * @param previous logits of an earlier answer to the same photo ({@link PredictedMask#logits}), to
 *     be refined
 */
public record Prompt(
    List<PromptPoint> inside,
    List<PromptPoint> outside,
    Optional<Box> box,
    Optional<LowResolutionLogits> previous) {
  /** Copies the points; a prompt without point and box asks nothing. */
  public Prompt {
    inside = List.copyOf(inside);
    outside = List.copyOf(outside);
    if (inside.isEmpty() && outside.isEmpty() && box.isEmpty()) {
      throw new IllegalArgumentException("a prompt needs a point or a box");
    }
  }

  /** One point on the object. */
  public static Prompt at(double x, double y) {
    return new Prompt(
        List.of(new PromptPoint(x, y)), List.of(), Optional.empty(), Optional.empty());
  }

  /** Whether the prompt is one point alone, which may mean a part, an object, or a group. */
  boolean isAmbiguous() {
    return inside.size() + outside.size() == 1 && box.isEmpty() && previous.isEmpty();
  }
}

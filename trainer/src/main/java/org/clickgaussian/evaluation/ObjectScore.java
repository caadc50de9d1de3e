package org.clickgaussian.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.clickgaussian.mask.Level;

/**
 * How well a method found an object: the mean over the views where its truth is not empty.
 *
 * @param method the method's name
 * @param object what was looked for
 * @param level the level whose features or masks were used
 * @param reference key of the view in which the method was shown the truth
 * @param views one score for each view where the truth is not empty
 * @param falseArea the mean share of the image that was predicted in annotated views where the
 *     truth is empty or absent; NaN where there is no such view
 */
public record ObjectScore(
    String method,
    TruthObject object,
    Level level,
    String reference,
    List<ViewScore> views,
    double falseArea) {

  /** What is averaged. */
  public enum Metric {
    /** Intersection over union. */
    IOU(ViewScore::iou),
    /** Boundary IoU. */
    BOUNDARY_IOU(ViewScore::boundaryIou);

    private final ToDoubleFunction<ViewScore> value;

    Metric(ToDoubleFunction<ViewScore> value) {
      this.value = value;
    }
  }

  /** Takes a copy of the views. */
  public ObjectScore {
    views = List.copyOf(views);
  }

  /** Whether the level used is that of the truth. */
  public boolean isOwnLevel() {
    return level == object.level();
  }

  /**
   * The mean over views.
   *
   * @param withReference whether the reference view counts
   * @return empty where no view is left
   */
  public OptionalDouble mean(Metric metric, boolean withReference) {
    return views.stream()
        .filter(view -> withReference || !view.reference())
        .mapToDouble(metric.value)
        .average();
  }
}

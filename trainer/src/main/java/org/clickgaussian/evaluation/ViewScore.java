package org.clickgaussian.evaluation;

/**
 * How well an object was found in one view where it is to be seen.
 *
 * @param view the view's key
 * @param reference whether the method was shown the truth in this view
 * @param answered whether there was a prediction; a missing one counts 0
 * @param iou intersection over union, 0 to 1
 * @param boundaryIou boundary IoU, 0 to 1
 */
public record ViewScore(
    String view, boolean reference, boolean answered, double iou, double boundaryIou) {}

package org.clickgaussian.task;

import org.clickgaussian.mask.Level;

/**
 * A click of the demo.
 *
 * @param level the level asked for
 * @param target name of what truly lies under the point
 * @param x column of the point
 * @param y row of the point
 * @param cosine of the best cluster
 * @param gaussians the number of Gaussians selected
 * @param iou of the selection's pixels in the view with the target's true mask
 */
public record DemoClick(
    Level level, String target, int x, int y, double cosine, int gaussians, double iou) {}

package org.clickgaussian.viewport.frame;

import java.util.Optional;
import org.clickgaussian.selection.PointMatch;

/**
 * What lies under a pixel.
 *
 * @param alpha Σ w of the pixel
 * @param gaussian the Gaussian at the visible surface, −1 if there is none
 * @param depth of the visible surface along the line of sight, in camera coordinates (z); NaN if
 *     there is none
 * @param world the point of the visible surface: double[3]; null if there is none
 * @param match the best clusters, if there is a run
 */
public record PointUnderPointer(
    double alpha, int gaussian, double depth, double[] world, Optional<PointMatch> match) {}

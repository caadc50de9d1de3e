package org.clickgaussian.selection;

import java.util.BitSet;
import org.clickgaussian.mask.Level;

/**
 * What a click selects.
 *
 * @param level the level that was asked for
 * @param clusters the clusters whose Gaussians are selected, ascending; empty where nothing was hit
 * @param removedClusters fine clusters taken out of them again by negative points, ascending
 * @param gaussians the selected Gaussians, bits by index in the scene; do not change
 * @param nothingThere whether every positive point hit nothing, or there are no clusters
 * @param weak whether some positive point's best cluster lies below the threshold
 * @param cosine the least cosine among the positive points that hit something; NaN where none did
 */
public record ClickAnswer(
    Level level,
    int[] clusters,
    int[] removedClusters,
    BitSet gaussians,
    boolean nothingThere,
    boolean weak,
    double cosine) {}

package org.clickgaussian.document;

import org.clickgaussian.mask.Level;

/**
 * A click's part in the selection, kept so that the threshold can change afterwards.
 *
 * @param level of the cluster
 * @param cluster its number
 * @param combination how it joined the selection
 */
public record ClusterPick(Level level, int cluster, Combination combination) {}

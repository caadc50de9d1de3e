/**
 * From a point in a picture to Gaussians. A rendered feature is compared with the global feature
 * candidates: at one point for a click ({@link org.clickgaussian.selection.Click}), at every pixel
 * for a map of clusters ({@link org.clickgaussian.selection.ClusterMap}), and through the clusters
 * that a reference mask covers for masks in other views ({@link
 * org.clickgaussian.selection.LabelPropagation}); section 4.1 of the paper, "Segmentation
 * Procedure".
 */
package org.clickgaussian.selection;

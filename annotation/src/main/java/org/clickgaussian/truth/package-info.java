/**
 * Ground truth: which pixels of some photos belong to named objects and parts ({@link
 * org.clickgaussian.truth.TruthSet}), as images or as polygons ({@link
 * org.clickgaussian.truth.PolygonDocument}).
 */
package org.clickgaussian.truth;

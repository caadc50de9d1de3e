/**
 * Segments of photos: label maps ({@link org.clickgaussian.mask.SegmentMap}), the two granularity
 * levels made from overlapping segments ({@link org.clickgaussian.mask.TwoLevelMasks}), and where
 * the masks of a scene's views come from ({@link org.clickgaussian.mask.MaskSource}).
 */
package org.clickgaussian.mask;

/**
 * Masks on disk: segments as Segment Anything's {@code amg.py} writes them ({@link
 * org.clickgaussian.mask.format.SamJson}), label maps ({@link
 * org.clickgaussian.mask.format.LabelMapPng}), and folders of either as the source for a scene's
 * views ({@link org.clickgaussian.mask.format.MaskFolder}).
 */
package org.clickgaussian.mask.format;

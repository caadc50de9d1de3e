/**
 * Masks on disk: segments as Segment Anything's {@code amg.py} writes them ({@link
 * org.clickgaussian.mask.format.SamJson}), and folders of masks as the source for a scene's views.
 */
package org.clickgaussian.mask.format;

/**
 * Pictures of the window: every pane and mode in both themes. Each feature lists its {@link
 * org.clickgaussian.app.gallery.GalleryStop}s.
 */
package org.clickgaussian.app.gallery;

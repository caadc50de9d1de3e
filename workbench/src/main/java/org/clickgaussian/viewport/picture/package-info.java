/**
 * Pictures of the viewport as files: one picture, or a turn about the scene. Jobs that render with
 * a source of frames of their own, so that the viewport stays as quick as it is. Knows nothing of
 * the window.
 */
package org.clickgaussian.viewport.picture;

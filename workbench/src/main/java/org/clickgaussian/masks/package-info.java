/**
 * Masks in the window: the mask sets of a scene, making them with Segment Anything while the
 * finished photos are shown, importing them, checking them view by view, leaving bad views out, and
 * the way from a bare splat to clicks with one button.
 *
 * <p>{@link org.clickgaussian.masks.MasksController} answers {@link
 * org.clickgaussian.masks.MasksIntent}s and puts {@link org.clickgaussian.masks.MasksState}s on a
 * screen; it and everything that it uses know nothing of JavaFX. Names that end with Pane, Form,
 * Table or List are views.
 */
package org.clickgaussian.masks;

/**
 * The scene in the window: what is open, what is selected, hidden, deleted, moved, and how each of
 * these is undone. Knows nothing of the window.
 *
 * <p>{@link org.clickgaussian.document.EditState} is everything that a person can change, as one
 * immutable value; a change makes a new value, and undo puts the old one back. {@link
 * org.clickgaussian.document.SceneDocument} holds the present value, its history and the Gaussians
 * that follow from it.
 */
package org.clickgaussian.document;

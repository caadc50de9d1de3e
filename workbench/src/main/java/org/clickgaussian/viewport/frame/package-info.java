/**
 * What the viewport shows: a {@link org.clickgaussian.viewport.frame.FrameRequest} says from where
 * and in which mode, a {@link org.clickgaussian.viewport.frame.FrameSource} makes the {@link
 * org.clickgaussian.viewport.frame.ViewportFrame}. Knows nothing of the window; frames come from
 * the processor now and from OpenGL behind the same interface.
 */
package org.clickgaussian.viewport.frame;

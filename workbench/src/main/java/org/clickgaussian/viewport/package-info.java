/**
 * The viewport: the scene in real time, with the camera in the person's hand.
 *
 * <p>{@link org.clickgaussian.viewport.ViewportFeature} is what the window takes in. {@link
 * org.clickgaussian.viewport.ViewportController} knows what is shown and from where, and answers
 * {@link org.clickgaussian.viewport.ViewportIntent}s; the panes only draw its {@link
 * org.clickgaussian.viewport.ViewportState} and send intents. {@link
 * org.clickgaussian.viewport.RenderLoop} has the frames made on a thread of its own, the latest
 * request first. Selection and editing are {@link org.clickgaussian.viewport.ViewportTool}s of
 * other packages.
 */
package org.clickgaussian.viewport;

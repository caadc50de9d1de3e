package org.clickgaussian.viewport;

import javafx.scene.canvas.GraphicsContext;
import org.clickgaussian.viewport.navigation.Projection;

/**
 * A transparent sheet over the picture to draw on.
 *
 * @param graphics draws in pixels of the frame's full size; line widths and text sizes that should
 *     be alike on every screen are multiplied by {@code scale}
 * @param projection where points of the world fall, in the same pixels
 * @param scale pixels of the frame for each unit of the window's layout
 */
public record Overlay(GraphicsContext graphics, Projection projection, double scale) {}

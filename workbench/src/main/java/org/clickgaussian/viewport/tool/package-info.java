/**
 * Selecting and changing Gaussians in the viewport: tools that the pointer holds, the pane beside
 * the scene, and every action by name. Tools and pane send {@link
 * org.clickgaussian.viewport.tool.SelectionIntent}s; the {@link
 * org.clickgaussian.viewport.tool.SelectionController} answers them and knows nothing of JavaFX.
 */
package org.clickgaussian.viewport.tool;

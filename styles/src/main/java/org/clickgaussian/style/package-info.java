/**
 * The look of the window: the sheets {@code workbench.css} and {@code icons.css} for every theme,
 * and one sheet of colours for each. Nothing here knows of JavaFX.
 */
package org.clickgaussian.style;

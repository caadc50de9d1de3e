/**
 * Curves as pictures: axes and their ticks, decimation to one span per column of pixels, painting
 * into a buffer of pixels, SVG and CSV. Knows nothing of the window.
 */
package org.clickgaussian.curves.paint;

/**
 * Curves of what runs measured: the pane below the scene, its controller and what it writes to
 * files. The numbers come from {@link org.clickgaussian.curves.data}, the pixels from {@link
 * org.clickgaussian.curves.paint}.
 */
package org.clickgaussian.curves;

/**
 * Selecting by what is drawn on the screen: a rectangle, a lasso or a brush covers pixels ({@link
 * org.clickgaussian.document.region.ScreenRegion}), and {@link
 * org.clickgaussian.document.region.RegionSelection} finds the Gaussians behind them, all or only
 * those in front.
 */
package org.clickgaussian.document.region;

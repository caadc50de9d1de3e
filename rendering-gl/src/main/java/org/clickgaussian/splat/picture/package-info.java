/**
 * Pictures for people to look at, made of what a {@link org.clickgaussian.splat.SplattedView}
 * yields: colour, depth, alpha. A {@link org.clickgaussian.splat.picture.Painter} turns a view into
 * a {@link org.clickgaussian.splat.picture.Picture}; painters that need features live on the floor
 * above.
 */
package org.clickgaussian.splat.picture;

/**
 * Splatting on a graphics processor, with OpenGL compute shaders; the same semantics as on the
 * processor ({@link org.clickgaussian.splat.cpu}), up to the rounding of floats.
 *
 * <p>{@link org.clickgaussian.splat.gl.GlRasterizer} keeps what no camera changes on the device. A
 * camera then projects all Gaussians, in double precision or, where that is slow, in floats with
 * sums of two floats where digits would be lost; the visible ones are listed by index, so that
 * nothing depends on which invocation comes first, and sorted by depth. In that order they are
 * dealt out to tiles: the pairs of a tile and a Gaussian that reaches it are counted, listed and
 * sorted by tile, which leaves the Gaussians of each tile front to back. Between counting and
 * listing two words are read back, to make room for as many pairs as there are. Finally a work
 * group blends a tile, an invocation a pixel, with batches of Gaussians in shared memory.
 *
 * <p>Every kernel that blends computes the weights with the same operations in the same order and
 * without contraction, so that whatever comes out of a view comes from the same weights, to the
 * bit. The same view gives the same bits every time on the same device.
 *
 * <p>Memory of views is used again for later ones: once warm, a view allocates nothing.
 */
package org.clickgaussian.splat.gl;

/**
 * Splatting on the processor.
 *
 * <p>{@link org.clickgaussian.splat.cpu.CpuRasterizer} works in four steps. What no camera changes
 * (axes of the ellipsoids, logarithm of the opacity) is computed once for a scene. A camera then
 * projects all Gaussians, in double precision and many at a time. The visible ones are sorted by
 * depth once and dealt out to the tiles of 16 × 16 pixels in that order, so every tile's list is
 * sorted. Finally each tile is blended: first the blend weights of up to {@link
 * org.clickgaussian.splat.cpu.TileBlend#CHUNK} Gaussians are computed, one vector holding a row of
 * pixels, then these weights multiply whatever is asked for - colours, feature channels, nothing at
 * all when the weights themselves are wanted. Every result thus comes from the same weights.
 *
 * <p>The exponent is kept as a sum of squares, o · e^power = 2^(L − u² − v²) with u = p·dx + q·dy
 * and v = r·dy (the Cholesky factor of the inverse 2D covariance times ½ log₂ e), which loses no
 * digits for long thin Gaussians as the usual quadratic form does.
 *
 * <p>The inner loops exist twice: with the Vector API and as plain loops with the same operations
 * in the same order, so both give the same bits. {@link org.clickgaussian.splat.cpu.Kernels}
 * chooses. {@link org.clickgaussian.splat.cpu.ReferenceRasterizer} is the slow, readable definition
 * in double precision that both are tested against.
 */
package org.clickgaussian.splat.cpu;

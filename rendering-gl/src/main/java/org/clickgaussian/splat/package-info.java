/**
 * Splatting: which Gaussians a pixel sees, with which blend weights, and what comes out when their
 * colours or features are blended (Eq. 1 and 2 of Click-Gaussian).
 *
 * <p>Semantics are those of the reference implementation of 3D Gaussian Splatting: a Gaussian
 * counts when z &gt; 0.2; the Jacobian is taken at the position clamped to 1.3 times the field of
 * view; 0.3 is added to the diagonal of the 2D covariance; the radius is ⌈3√λmax⌉ px and decides
 * which tiles of 16 × 16 pixels a Gaussian belongs to; α = min(0.99, o · e^power), below 1/255 is
 * skipped; the Gaussian that would bring the transmittance under 1e-4 is not blended and ends the
 * pixel; colour is max(0, SH + 0.5).
 *
 * <p>Two rasterisers have these semantics: {@code cpu} with vector instructions, {@code gl} on
 * graphics processors. {@code device} chooses between them and goes on on the processor when the
 * graphics processor fails.
 */
package org.clickgaussian.splat;

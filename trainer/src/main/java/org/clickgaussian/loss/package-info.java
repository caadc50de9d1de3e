/**
 * The losses of Click-Gaussian and their gradients, Eq. 3–12, one class a term; {@link
 * org.clickgaussian.loss.GradientBackend} computes the whole of Eq. 13 for one iteration.
 */
package org.clickgaussian.loss;

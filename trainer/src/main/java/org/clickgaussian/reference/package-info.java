/**
 * The losses once more, made to be read and trusted rather than to be quick, and the comparison of
 * the fast kernels with them.
 *
 * <p>{@link org.clickgaussian.reference.DirectLosses} follows the equations pair by pair in double
 * precision, for finite differences; {@link org.clickgaussian.reference.ReferenceBackend} writes
 * them as an ND4J graph whose gradients are differentiated automatically. Both are for small
 * problems.
 */
package org.clickgaussian.reference;

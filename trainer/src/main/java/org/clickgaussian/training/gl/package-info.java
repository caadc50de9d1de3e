/**
 * Training on OpenGL: all terms of Eq. 13, Adam and average pooling as compute kernels over tables
 * that stay in the device's memory. An iteration sends a few hundred kilobytes (which rows, their
 * segments, the sample of Eq. 12) and reads back a few kilobytes of losses.
 *
 * <p>No two invocations add to one float: every sum has one owner and a fixed order, so the same
 * device with the same driver gives the same bits. Between devices, and against the processor's
 * kernels ({@link org.clickgaussian.loss.KernelBackend}), results agree within the rounding of
 * floats; a cosine within a rounding of a margin may count on one and not on the other.
 *
 * <p>The passes of an iteration: {@link org.clickgaussian.training.gl.PixelPass} renders the pixels
 * and finds ∂L/∂F, {@link org.clickgaussian.training.gl.TransposePass} sums Wᵀ ∂L/∂F by sorting the
 * entries by Gaussian, {@link org.clickgaussian.training.gl.GaussianPass} adds the losses on
 * Gaussians, {@link org.clickgaussian.training.gl.DeviceTables} takes the step of Adam.
 */
package org.clickgaussian.training.gl;

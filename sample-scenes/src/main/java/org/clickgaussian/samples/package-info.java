/**
 * Generated scenes with exact ground truth.
 *
 * <p>{@link org.clickgaussian.samples.SampleFolder} makes a folder in one call. What happens: a
 * furnished room whose objects are composed of parts is described by shapes; its surfaces are
 * covered with flat Gaussians, lit by a lamp ({@link org.clickgaussian.samples.SampleScene});
 * photos are rendered; each pixel gets its true object and part from the blend weights of its
 * Gaussians; and masks are simulated with the faults that automatic segmentation makes. Everything
 * follows from {@link org.clickgaussian.samples.SampleSettings}, to the bit, on any number of
 * threads.
 */
package org.clickgaussian.samples;

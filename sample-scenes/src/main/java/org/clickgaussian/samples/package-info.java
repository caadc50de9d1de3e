/**
 * Generated scenes with exact ground truth: a furnished room whose objects are composed of parts,
 * as Gaussians, cameras, photos, per-Gaussian and per-pixel labels of both granularity levels, and
 * segments with the faults that automatic segmentation makes.
 */
package org.clickgaussian.samples;

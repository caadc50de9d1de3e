/**
 * Several runs of one scene looked at with one camera, one mode and one level: side by side, with a
 * wipe between two, or as the difference of two. The Gaussians are in memory once, and one thread
 * makes all pictures, so that they do not take the processors from each other.
 */
package org.clickgaussian.compare;

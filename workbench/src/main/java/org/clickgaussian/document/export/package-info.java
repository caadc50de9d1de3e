/**
 * What leaves the window as files: splats of the selection or of the rest, labels of every
 * Gaussian, masks of every view. Each is a job with progress that can be cancelled; files are whole
 * or not there.
 */
package org.clickgaussian.document.export;

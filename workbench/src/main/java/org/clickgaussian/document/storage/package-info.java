/**
 * Named selections on disk, beside the scene: they name rows of the splat file, so that they fit
 * whatever order the Gaussians have in memory.
 */
package org.clickgaussian.document.storage;

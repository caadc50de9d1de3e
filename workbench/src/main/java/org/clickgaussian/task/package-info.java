/**
 * Jobs that need several modules at once and are not a single command's: the demo, which walks the
 * whole way from a generated scene to a page of pictures.
 */
package org.clickgaussian.task;

/**
 * Runs in the window: which there are and how they stand, what tells them apart, how well each
 * finds every object. {@link org.clickgaussian.runs.RunSelection} says which ones a person picked;
 * curves and viewports side by side follow it.
 */
package org.clickgaussian.runs;

/**
 * What a run measured, as curves: read from its growing {@code metrics.csv}, weighted, smoothed,
 * averaged over seeds, with the smallest and largest of any stretch at hand. Knows nothing of the
 * window.
 */
package org.clickgaussian.curves.data;

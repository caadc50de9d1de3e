/**
 * Runs on disk: what a run was told ({@link org.clickgaussian.experiment.RunConfig}), what it
 * measured ({@link org.clickgaussian.experiment.MetricsLog}), and where its files lie ({@link
 * org.clickgaussian.experiment.RunFolder}).
 */
package org.clickgaussian.experiment;

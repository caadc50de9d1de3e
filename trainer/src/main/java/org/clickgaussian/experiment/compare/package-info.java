/**
 * Runs side by side: what they were told differently ({@link
 * org.clickgaussian.experiment.compare.SettingsDifferences}), how well each finds every object
 * ({@link org.clickgaussian.experiment.compare.ScoreComparison}), where the worst is to be seen
 * ({@link org.clickgaussian.experiment.compare.WorstObjects}). Runs that differ in the seed alone
 * can stand together as one ({@link org.clickgaussian.experiment.compare.RunGroup}) with mean and
 * deviation. All of it becomes a {@link org.clickgaussian.experiment.compare.ComparisonTable},
 * written as text, CSV, Markdown or LaTeX.
 */
package org.clickgaussian.experiment.compare;

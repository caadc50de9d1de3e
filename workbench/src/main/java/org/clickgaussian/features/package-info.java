/**
 * The feature space of a run in the window: a sample of the Gaussians as points laid out by their
 * features, the variance that the principal components explain, and how alike the candidates of a
 * level are. What is picked here is selected in the scene, and the other way round.
 *
 * <p>{@link org.clickgaussian.features.FeaturesController} decides and knows nothing of JavaFX; it
 * answers {@link org.clickgaussian.features.FeaturesIntent}s and yields {@link
 * org.clickgaussian.features.FeaturesState}s. What is painted pixel by pixel is in {@link
 * org.clickgaussian.features.plot}.
 */
package org.clickgaussian.features;

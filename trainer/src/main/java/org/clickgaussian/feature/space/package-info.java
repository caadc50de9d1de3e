/**
 * The features of a level as points in a plane or in space: a sample of the Gaussians ({@link
 * org.clickgaussian.feature.space.FeatureSample}), laid out by one of several methods ({@link
 * org.clickgaussian.feature.space.EmbeddingMethod}).
 *
 * <p>t-SNE is SMILE's, hidden behind this package. SMILE's UMAP and PCA want OpenBLAS and ARPACK
 * from the system, which few machines have, so UMAP is written here and the components are those of
 * {@link org.clickgaussian.feature.picture.PcaBasis}.
 */
package org.clickgaussian.feature.space;

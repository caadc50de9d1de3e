/**
 * Pictures of learnt features: their principal components as colours ({@link
 * org.clickgaussian.feature.picture.PcaPainter}, along the axes of a {@link
 * org.clickgaussian.feature.picture.PcaBasis} that a run keeps) and the global cluster of every
 * pixel ({@link org.clickgaussian.feature.picture.ClusterPainter}).
 */
package org.clickgaussian.feature.picture;

/**
 * Pictures of learnt features: their principal components as colours ({@link
 * org.clickgaussian.feature.picture.PcaPainter}) and the global cluster of every pixel ({@link
 * org.clickgaussian.feature.picture.ClusterPainter}).
 */
package org.clickgaussian.feature.picture;

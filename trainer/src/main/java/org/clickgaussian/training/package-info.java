/**
 * Training: which pixels an iteration learns from, the blend weights kept for them, the loop that
 * follows the gradient, and the checkpoints that let a run go on after a kill with the same bits.
 *
 * <p>Geometry, opacity and view order are frozen while features are learnt, so rendering a feature
 * is linear: a view is a fixed sparse matrix of blend weights ({@link
 * org.clickgaussian.splat.BlendWeights}), and average pooling over segments (Eq. 6) is another
 * ({@link org.clickgaussian.training.PoolingMatrix}). Both are made once by the rasteriser, and an
 * iteration only multiplies; where memory is short they are made whenever they are needed, to the
 * same bits ({@link org.clickgaussian.training.MemoryPlan}).
 *
 * <p>A device gets as much of the work as its memory suffices for ({@link
 * org.clickgaussian.training.DeviceShare}), and is compared with the processor before it is relied
 * on ({@link org.clickgaussian.training.CheckedLearner}).
 *
 * <p>Nothing random has a state: every draw comes from the run's seed, its purpose and the number
 * of the iteration ({@link org.clickgaussian.math.RandomStream}).
 */
package org.clickgaussian.training;

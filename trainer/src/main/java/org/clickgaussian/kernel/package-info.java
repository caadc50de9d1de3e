/**
 * The inner loops of training on this machine's processor: rows of the feature table, pairs of
 * pixels, candidates, Adam.
 *
 * <p>{@link org.clickgaussian.kernel.Kernels} chooses once between two implementations of each
 * loop: one on the Vector API and one in plain Java, which runs anywhere and is what the other is
 * compared with. The classes of {@code org.clickgaussian.loss} say what is computed, those here
 * only how; they know nothing of threads.
 */
package org.clickgaussian.kernel;

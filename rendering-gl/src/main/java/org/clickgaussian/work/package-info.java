/**
 * How long work is done: on which threads ({@link org.clickgaussian.work.Workers}), with which
 * report of its progress and which way to stop it ({@link org.clickgaussian.work.Progress}).
 *
 * <p>Nothing here is global: whoever starts a job hands it its workers and its progress.
 */
package org.clickgaussian.work;

/**
 * Long jobs in the window: {@link org.clickgaussian.app.job.FxTaskExecutor} runs them beside it,
 * {@link org.clickgaussian.app.job.TaskList} shows them with progress, time left and cancel.
 */
package org.clickgaussian.app.job;

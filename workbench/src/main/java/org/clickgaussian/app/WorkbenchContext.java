package org.clickgaussian.app;

import java.util.function.Consumer;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.work.Workers;

/**
 * What the window offers to its features.
 *
 * @param tasks runs long jobs
 * @param actions takes the actions of the feature
 * @param document what is shown
 * @param choosers asks for files
 * @param workers threads for rendering and other short work
 * @param backend takes what renders, for the status bar, such as "CPU, 2 threads"
 * @param pointed takes what the pointer is over, a few words for the status bar; empty for nothing
 * @param notices takes a sentence that a person should see but need not answer
 */
public record WorkbenchContext(
    TaskExecutor tasks,
    ActionRegistry actions,
    CurrentDocument document,
    FileChoosers choosers,
    Workers workers,
    Consumer<String> backend,
    Consumer<String> pointed,
    Notices notices) {}

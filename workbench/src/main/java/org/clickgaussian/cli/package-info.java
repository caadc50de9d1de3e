/**
 * The command line: one class a command, each thin, because the work is done by the headless
 * modules below.
 *
 * <p>{@link org.clickgaussian.cli.JobCommand} is what all commands share: threads, progress,
 * cancellation by Ctrl-C, and an {@link org.clickgaussian.cli.Answer} that is printed for a person
 * or, with {@code --json}, as one JSON object. {@link org.clickgaussian.task.FailureMessage} turns
 * what went wrong into one sentence. Only this package writes to the console, and nothing in it
 * knows of the window: {@link org.clickgaussian.cli.WindowByName} loads it when it is asked for.
 */
package org.clickgaussian.cli;

package org.clickgaussian.cli;

import java.io.PrintWriter;

/**
 * Where a command prints and how a person stops it.
 *
 * @param out standard output: answers only
 * @param err standard error: progress, warnings, failures
 * @param interactive whether {@code err} is a terminal on which a line can be redrawn
 * @param cancellation asked for by Ctrl-C
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Cancellation cancellation) {}

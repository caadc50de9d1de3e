package org.clickgaussian.cli;

import org.clickgaussian.work.Workers;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {

  @Option(
      names = "--json",
      description =
          "Print one JSON object on standard output and nothing else there; on failure {\"error\":"
              + " …}.")
  boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to work on; the results do not depend on it. Default: all processors.")
  int threads;

  @Option(names = "--verbose", description = "When something fails, print the stack trace too.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** Workers on the threads that were asked for. */
  Workers workers() {
    return threads == 0 ? Workers.onAllProcessors() : Workers.of(threads);
  }
}

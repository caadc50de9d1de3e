package org.clickgaussian.cli;

import org.clickgaussian.work.Workers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command takes that works without the window. */
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

  @Mixin private HelpOptions help;

  /** Workers on the threads that were asked for. */
  Workers workers() {
    return threads == 0 ? Workers.onAllProcessors() : Workers.of(threads);
  }
}

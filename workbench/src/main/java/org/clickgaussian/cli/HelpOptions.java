package org.clickgaussian.cli;

import picocli.CommandLine.Option;

/** The options that really every command takes. */
final class HelpOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** {@link Main} looks for it when a command has failed. */
  @Option(names = "--verbose", description = "When something fails, print the stack trace too.")
  private boolean verbose;
}

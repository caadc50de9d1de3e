package org.clickgaussian.cli;

import picocli.CommandLine.Command;

/** What can be done with several runs. */
@Command(
    name = "runs",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ListRunsCommand.class, CompareRunsCommand.class, ReportRunsCommand.class},
    header = "List, compare and report runs.",
    description = {
      "",
      "What runs were told differently, how well each finds every object, where they fail. Scores"
          + " are those of 'clickgaussian evaluate'.",
      ""
    },
    footer = {"", "'clickgaussian runs COMMAND --help' explains a command."})
final class RunsCommand extends CommandGroup {}

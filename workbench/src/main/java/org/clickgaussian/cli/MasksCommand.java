package org.clickgaussian.cli;

import picocli.CommandLine.Command;

/** What can be done with the masks of a scene's photos. */
@Command(
    name = "masks",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      GenerateMasksCommand.class,
      CompareMasksCommand.class,
      ImportMasksCommand.class,
      CheckMasksCommand.class
    },
    header = "Make, import and check the masks of a scene's photos.",
    description = {
      "",
      "Masks are overlapping segments of each photo. Training reads them at two levels: of the"
          + " segments at a pixel the largest is the object, the smallest the part.",
      ""
    },
    footer = {"", "'clickgaussian masks COMMAND --help' explains a command."})
final class MasksCommand extends CommandGroup {}

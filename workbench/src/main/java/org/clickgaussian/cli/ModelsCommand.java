package org.clickgaussian.cli;

import picocli.CommandLine.Command;

/** What can be done with the weights of Segment Anything. */
@Command(
    name = "models",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ListModelsCommand.class, AddModelCommand.class, ModelsPathCommand.class},
    header = "List and install the models that make masks.",
    description = {
      "",
      "The weights of Segment Anything and its kin are not part of the program. They lie in the"
          + " models folder as pairs of ONNX files: an encoder that looks at a photo once, and a"
          + " decoder that answers prompts.",
      ""
    },
    footer = {"", "'clickgaussian models COMMAND --help' explains a command."})
final class ModelsCommand extends CommandGroup {}

package org.clickgaussian.cli;

import org.clickgaussian.sam.ModelsFolder;
import picocli.CommandLine.Command;

/** Tells where the models lie. */
@Command(
    name = "path",
    header = "Print the models folder.",
    description = {
      "The folder that CLICKGAUSSIAN_MODELS names, or clickgaussian/models in the place where the"
          + " system keeps a user's data. It need not exist yet.",
      ""
    },
    footer = {"", "Example:", "  ls \"$(clickgaussian models path)\""})
final class ModelsPathCommand extends JobCommand {

  @Override
  Answer run(Job job) {
    String path = ModelsFolder.ofUser().path().toString();
    return new Answer().line("%s", path).value("path", path);
  }
}

package org.clickgaussian.cli;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.sam.ModelInstallation;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files of models into the models folder. */
@Command(
    name = "add",
    header = "Put files of a model into the models folder, checked.",
    description = {
      "Takes files and addresses (http, https). A file gets its place only if its checksum is the"
          + " known one, or, where none is known, if it is a network with the tensors that the"
          + " description names. A download that broke off goes on where it stopped when the same"
          + " is said again. A description (.json) adds a model of your own.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian models add mobile_sam_encoder.onnx sam_decoder_multi.onnx",
      "  clickgaussian models add https://example.org/encoder.onnx --as sam_vit_b_encoder.onnx"
    })
final class AddModelCommand extends JobCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "Files or addresses.")
  private List<String> sources;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "The file's name in the model's description, where the source has another.")
  private String as;

  @Override
  Answer run(Job job) {
    if (as != null && sources.size() > 1) {
      throw wrongUsage("--as goes with one file only");
    }
    Answer answer = new Answer();
    ModelsFolder folder = ModelsFolder.ofUser();
    for (int i = 0; i < sources.size(); i++) {
      Progress part =
          job.progress().part((double) i / sources.size(), (double) (i + 1) / sources.size());
      ModelInstallation.Installed installed =
          new ModelInstallation(folder).install(sources.get(i), Optional.ofNullable(as), part);
      answer.line("added      %s", installed.file());
      if (!installed.known()) {
        answer.line("           (no checksum is known for it; its own is %s)", installed.sha256());
      }
    }
    return answer.value("folder", folder.path().toString()).value("added", sources);
  }
}

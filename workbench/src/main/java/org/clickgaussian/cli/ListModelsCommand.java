package org.clickgaussian.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.sam.ModelCatalog;
import org.clickgaussian.sam.ModelDescription;
import org.clickgaussian.sam.ModelsFolder;
import picocli.CommandLine.Command;

/** Lists the models that are known and what is missing of them. */
@Command(
    name = "list",
    header = "List the models and the files that are missing.",
    description = {
      "Those that come with the program, and those whose descriptions (.json) lie in the models"
          + " folder. Of models marked as not tried the description is by their documentation"
          + " alone.",
      ""
    },
    footer = {"", "Example:", "  clickgaussian models list --json"})
final class ListModelsCommand extends JobCommand {

  @Override
  Answer run(Job job) {
    ModelsFolder folder = ModelsFolder.ofUser();
    Answer answer = new Answer();
    List<Map<String, Object>> models = new ArrayList<>();
    answer.line("folder     %s", folder.path());
    for (ModelDescription model : folder.catalog().models()) {
      List<String> missing =
          folder.missing(model).stream().map(ModelDescription.File::name).toList();
      answer.line(
          "%-20s %s%s%s",
          model.name(),
          model.title(),
          model.name().equals(ModelCatalog.DEFAULT) ? " (default)" : "",
          model.checked() ? "" : " (not tried)");
      answer.line(
          "%-20s %s", "", missing.isEmpty() ? "ready" : "missing " + String.join(", ", missing));
      models.add(values(model, missing));
    }
    return answer.value("folder", folder.path().toString()).value("models", models);
  }

  private static Map<String, Object> values(ModelDescription model, List<String> missing) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", model.name());
    values.put("title", model.title());
    values.put("kind", model.kind().title());
    values.put("licence", model.licence());
    values.put("checked", model.checked());
    values.put("note", model.note());
    values.put("files", model.files().stream().map(ModelDescription.File::name).toList());
    values.put("missing", missing);
    values.put("ready", missing.isEmpty());
    return values;
  }
}

package org.clickgaussian.masks;

import java.util.List;
import java.util.stream.Stream;
import org.clickgaussian.sam.ModelDescription;
import org.clickgaussian.sam.ModelsFolder;

/**
 * A model that masks could be made with.
 *
 * @param description what it is
 * @param missing names of the files that are not in the models folder
 */
public record ModelChoice(ModelDescription description, List<String> missing) {
  /** All known models, those first that are ready. */
  static List<ModelChoice> all(ModelsFolder folder) {
    List<ModelChoice> models =
        folder.catalog().models().stream().map(model -> of(model, folder)).toList();
    return Stream.concat(
            models.stream().filter(ModelChoice::ready),
            models.stream().filter(model -> !model.ready()))
        .toList();
  }

  private static ModelChoice of(ModelDescription model, ModelsFolder folder) {
    return new ModelChoice(
        model, folder.missing(model).stream().map(ModelDescription.File::name).toList());
  }

  /** By which it is known. */
  public String name() {
    return description.name();
  }

  /** Whether all of its files are there. */
  public boolean ready() {
    return missing.isEmpty();
  }
}

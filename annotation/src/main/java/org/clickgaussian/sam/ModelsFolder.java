package org.clickgaussian.sam;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.io.InputException;

/**
 * The folder in which a user keeps the weights of models: the one that {@value #VARIABLE} names, or
 * {@code clickgaussian/models} in the place where the system keeps a user's data. It need not exist
 * until a model is added.
 *
 * @param path the folder
 */
public record ModelsFolder(Path path) {
  /** Environment variable that names the folder. */
  public static final String VARIABLE = "CLICKGAUSSIAN_MODELS";

  /** The folder of the user who runs the program. */
  public static ModelsFolder ofUser() {
    return of(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
  }

  /** The folder for an environment, a system's name and a home folder. */
  static ModelsFolder of(Map<String, String> environment, String system, String home) {
    String named = environment.getOrDefault(VARIABLE, "");
    return new ModelsFolder(
        named.isBlank()
            ? userData(environment, system.toLowerCase(Locale.ROOT), Path.of(home))
                .resolve("clickgaussian")
                .resolve("models")
            : Path.of(named));
  }

  private static Path userData(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      return local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data);
  }

  /** The models that are known with this folder. */
  public ModelCatalog catalog() {
    return ModelCatalog.of(path);
  }

  /** Where a file of weights lies: in the folder itself, or in one named as the model. */
  public Optional<Path> find(ModelDescription model, ModelDescription.File file) {
    return List.of(path.resolve(file.name()), path.resolve(model.name()).resolve(file.name()))
        .stream()
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The files of a model that are not there. */
  public List<ModelDescription.File> missing(ModelDescription model) {
    return model.files().stream().filter(file -> find(model, file).isEmpty()).toList();
  }

  /**
   * A file of weights, checked.
   *
   * @throws InputException if it is not there (the message says where to put it) or has another
   *     length or checksum than its description says
   */
  public Path require(ModelDescription model, ModelDescription.File file) {
    Path found =
        find(model, file)
            .orElseThrow(
                () ->
                    InputException.in(
                        path.resolve(file.name()),
                        "is missing, a file of the model %s; put it there, or say 'clickgaussian"
                                .formatted(model.name())
                            + " models add FILE' with your copy ("
                            + model.title()
                            + ")"));
    Checksum.requireMatch(found, file);
    return found;
  }
}

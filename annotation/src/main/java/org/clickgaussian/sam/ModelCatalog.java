package org.clickgaussian.sam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;

/**
 * The models that are known: those whose descriptions come with the program, and those whose
 * descriptions ({@code *.json}) lie in the models folder, which win over shipped ones of the same
 * name.
 */
public final class ModelCatalog {
  /** The model that is used when none is named. */
  public static final String DEFAULT = "mobile-sam";

  private static final List<String> SHIPPED =
      List.of(
          "mobile-sam",
          "sam-vit-b",
          "sam-vit-l",
          "sam-vit-h",
          "efficient-sam-vitt",
          "efficient-sam-vits",
          "sam2-tiny",
          "sam2-small",
          "sam2-base-plus",
          "sam2-large");

  private final Map<String, ModelDescription> byName;

  private ModelCatalog(Map<String, ModelDescription> byName) {
    this.byName = byName;
  }

  /**
   * Reads the shipped descriptions and those in a folder, which need not exist.
   *
   * @throws InputException if a description in the folder is broken
   */
  public static ModelCatalog of(Path folder) {
    Map<String, ModelDescription> byName = new TreeMap<>();
    SHIPPED.forEach(name -> put(byName, shipped(name)));
    if (Files.isDirectory(folder)) {
      for (Path file : FolderFiles.below(folder)) {
        if (file.toString().endsWith(".json")) {
          put(byName, read(file));
        }
      }
    }
    return new ModelCatalog(Collections.unmodifiableMap(byName));
  }

  /** The models, by name in the order of the alphabet. */
  public Collection<ModelDescription> models() {
    return byName.values();
  }

  /**
   * The model of a name.
   *
   * @throws InputException if there is none; the message names those that exist
   */
  public ModelDescription model(String name) {
    ModelDescription model = byName.get(name);
    if (model == null) {
      throw new InputException(
          "there is no model %s; the known ones are %s"
              .formatted(name, String.join(", ", byName.keySet())));
    }
    return model;
  }

  /** The file of a known model that has a file name. */
  Optional<ModelDescription.File> file(String name) {
    return files().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The file of a known model that has a checksum. */
  Optional<ModelDescription.File> fileOfChecksum(String sha256) {
    return files().stream().filter(file -> sha256.equals(file.sha256())).findFirst();
  }

  /** All files of all models. */
  List<ModelDescription.File> files() {
    List<ModelDescription.File> files = new ArrayList<>();
    byName.values().forEach(model -> files.addAll(model.files()));
    return files;
  }

  static ModelDescription read(Path file) {
    try {
      return ModelDescription.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static void put(Map<String, ModelDescription> byName, ModelDescription model) {
    byName.put(model.name(), model);
  }

  private static ModelDescription shipped(String name) {
    String resource = name + ".json";
    try (InputStream stream = ModelCatalog.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      return ModelDescription.read(resource, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

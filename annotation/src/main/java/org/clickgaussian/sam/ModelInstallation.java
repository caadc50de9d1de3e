package org.clickgaussian.sam;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.Progress;

/**
 * Brings files of models into the models folder: from a file or an address, checked before they get
 * their name, whole or not at all. A description ({@code .json}) adds a model of the user's own.
 */
public final class ModelInstallation {
  /**
   * What was brought.
   *
   * @param file in the models folder
   * @param sha256 its checksum
   * @param known whether the checksum is the one that the description names; otherwise only the
   *     names of the tensors were checked, or the file is a description
   */
  public record Installed(Path file, String sha256, boolean known) {}

  private final ModelsFolder folder;
  private final ModelCatalog catalog;

  /** Installs into a folder, which is made if it is not there. */
  public ModelInstallation(ModelsFolder folder) {
    this.folder = folder;
    this.catalog = folder.catalog();
  }

  /**
   * Brings one file.
   *
   * @param source a path, or an address that begins with http:// or https://
   * @param as the name of the model's file, where the source has another name
   * @throws InputException if no known model has such a file, if it cannot be read or written, or
   *     if it is not what the description says
   */
  public Installed install(String source, Optional<String> as, Progress progress) {
    return isAddress(source)
        ? download(URI.create(source), as, progress)
        : copy(Path.of(source), as, progress);
  }

  private static boolean isAddress(String source) {
    String start = source.toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private Installed download(URI address, Optional<String> as, Progress progress) {
    String path = Optional.ofNullable(address.getPath()).orElse("");
    String ownName = path.substring(path.lastIndexOf('/') + 1);
    ModelDescription.File expected =
        as.or(() -> Optional.of(ownName))
            .flatMap(catalog::file)
            .orElseThrow(() -> unknown(address.toString(), as.orElse(ownName)));
    Path part = folder.path().resolve("." + expected.name() + ".part");
    new ResumableDownload(address, part).run(expected.bytes(), progress.part(0, 0.95));
    progress.update(0.95, "checking " + expected.name());
    try {
      check(part, expected);
    } catch (InputException e) {
      ResumableDownload.discard(part);
      throw new InputException(
          "what %s sent is not %s: %s".formatted(address, expected.name(), e.getMessage()), e);
    }
    Path target = folder.path().resolve(expected.name());
    move(part, target);
    ResumableDownload.discard(part);
    return installed(target, expected);
  }

  private Installed copy(Path source, Optional<String> as, Progress progress) {
    if (!Files.isRegularFile(source)) {
      throw InputException.in(source, "is no file; name a model's file or its address");
    }
    if (source.toString().endsWith(".json")) {
      return copyDescription(source);
    }
    progress.update(0, "checking " + source.getFileName());
    ModelDescription.File expected =
        as.or(() -> Optional.of(source.getFileName().toString()))
            .flatMap(catalog::file)
            .or(() -> as.isPresent() ? Optional.empty() : fileOf(source))
            .orElseThrow(
                () -> unknown(source.toString(), as.orElse(source.getFileName().toString())));
    check(source, expected);
    Path target = folder.path().resolve(expected.name());
    if (!isSame(source, target)) {
      AtomicFile.writeTo(target, temporary -> Files.copy(source, temporary));
    }
    return installed(target, expected);
  }

  private Optional<ModelDescription.File> fileOf(Path source) {
    return catalog.fileOfChecksum(Checksum.of(source));
  }

  private Installed copyDescription(Path source) {
    ModelDescription description = ModelCatalog.read(source);
    Path target = folder.path().resolve(description.name() + ".json");
    if (!isSame(source, target)) {
      AtomicFile.writeTo(target, temporary -> Files.copy(source, temporary));
    }
    return new Installed(target, Checksum.of(target), false);
  }

  private static boolean isSame(Path source, Path target) {
    try {
      return Files.exists(target) && Files.isSameFile(source, target);
    } catch (IOException e) {
      throw InputException.in(target, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static Installed installed(Path target, ModelDescription.File expected) {
    return new Installed(target, Checksum.of(target), expected.sha256() != null);
  }

  private InputException unknown(String source, String name) {
    String names =
        catalog.files().stream().map(ModelDescription.File::name).collect(Collectors.joining(", "));
    return new InputException(
        "%s: no known model has a file %s; say which one it is with --as NAME, or add a description"
                .formatted(source, name)
            + " (.json) first; the known files are "
            + names);
  }

  /** Checksum where one is known, and that it is a network with the described tensors. */
  private void check(Path file, ModelDescription.File expected) {
    Checksum.requireMatch(file, expected);
    for (ModelDescription model : catalog.models()) {
      if (model.files().contains(expected)) {
        try (OnnxModel network = OnnxModel.open(file, 1)) {
          if (model.encoder().file().equals(expected)) {
            SegmentAnything.requireEncoder(model, network);
          } else {
            SegmentAnything.requireDecoder(model, network);
          }
        }
        return;
      }
    }
  }

  private static void move(Path part, Path target) {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw InputException.in(target, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }
}

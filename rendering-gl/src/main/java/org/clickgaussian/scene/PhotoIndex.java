package org.clickgaussian.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.camera.PosedPhoto;

/** The photos below a folder by their key: the relative path without extension. */
final class PhotoIndex {
  private static final List<String> EXTENSIONS = List.of(".jpg", ".jpeg", ".png");

  private final SortedMap<String, Path> photos = new TreeMap<>();
  private final Map<String, String> keyOfBaseName = new HashMap<>();

  private PhotoIndex() {}

  /** No photos. */
  static PhotoIndex empty() {
    return new PhotoIndex();
  }

  /** Lists a folder and all folders in it; of photos with the same key the first by name stays. */
  static PhotoIndex of(Path folder) {
    PhotoIndex index = new PhotoIndex();
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      files.filter(PhotoIndex::isPhoto).sorted().forEach(file -> index.add(folder, file));
    } catch (UncheckedIOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e.getCause()), e);
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
    return index;
  }

  private static boolean isPhoto(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && EXTENSIONS.stream().anyMatch(name::endsWith)
        && Files.isRegularFile(file);
  }

  private void add(Path folder, Path file) {
    String key = PosedPhoto.keyOf(folder.relativize(file).toString().replace('\\', '/'));
    if (photos.putIfAbsent(key, file) == null) {
      keyOfBaseName.merge(baseName(key), key, (a, b) -> "");
    }
  }

  /** The photos, sorted by key. */
  SortedMap<String, Path> photos() {
    return photos;
  }

  /**
   * The key of the photo that a camera means: the photo of this very path, else the only one with
   * the same base name, as the 3DGS trainer stores and looks for base names alone.
   */
  Optional<String> find(String key) {
    if (photos.containsKey(key)) {
      return Optional.of(key);
    }
    String byBaseName = keyOfBaseName.getOrDefault(baseName(key), "");
    return byBaseName.isEmpty() ? Optional.empty() : Optional.of(byBaseName);
  }

  private static String baseName(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}

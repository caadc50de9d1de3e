package org.clickgaussian.mask.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/** The mask files below a folder by stem: the path relative to the folder without extension. */
final class MaskFileIndex {
  static final String EXPECTED =
      "expected <photo's name>.json as Segment Anything's amg.py writes them, or grey .png label"
          + " maps";

  private final SortedMap<String, FoundMasks> byStem = new TreeMap<>();

  /**
   * Looks through a folder and those in it; hidden files are passed over.
   *
   * @throws InputException if it is absent, no folder, or holds no masks
   */
  MaskFileIndex(Path folder) {
    if (!Files.exists(folder)) {
      throw InputException.in(folder, "there is no such folder of masks; " + EXPECTED);
    }
    if (!Files.isDirectory(folder)) {
      throw InputException.in(folder, "is no folder; name the folder that holds the masks");
    }
    for (Path file : FolderFiles.below(folder)) {
      take(FolderFiles.relativePath(folder, file), file);
    }
    if (byStem.isEmpty()) {
      throw InputException.in(folder, "holds no masks; " + EXPECTED);
    }
  }

  /** The files by stem, in the order of the alphabet. */
  SortedMap<String, FoundMasks> byStem() {
    return byStem;
  }

  /**
   * Which masks belong to each view: those whose stem is the view's key; else, where only one photo
   * and only one stem have that name, the ones with the same name in another folder.
   *
   * @return stems by key, without the views that have no masks
   */
  SortedMap<String, String> stemsByKey(List<String> keys) {
    return NameMatching.byKey(byStem.keySet(), keys);
  }

  private void take(String relative, Path file) {
    int dot = relative.lastIndexOf('.');
    String stem = relative.substring(0, Math.max(dot, 0));
    switch (relative.substring(stem.length()).toLowerCase(Locale.ROOT)) {
      case ".json" -> found(stem).takeSegments(file);
      case ".png" -> takeMap(stem, file);
      default -> {
        // Other files may lie beside masks.
      }
    }
  }

  /** A map is for one level if its name ends with the level or its topmost folder is the level. */
  private void takeMap(String stem, Path file) {
    for (Level level : Level.values()) {
      String suffix = "." + level.key();
      String prefix = level.key() + "/";
      if (stem.endsWith(suffix)) {
        found(stem.substring(0, stem.length() - suffix.length())).takeMap(file, level);
        return;
      }
      if (stem.startsWith(prefix)) {
        found(stem.substring(prefix.length())).takeMap(file, level);
        return;
      }
    }
    found(stem).takeMap(file);
  }

  private FoundMasks found(String stem) {
    return byStem.computeIfAbsent(stem, s -> new FoundMasks());
  }
}

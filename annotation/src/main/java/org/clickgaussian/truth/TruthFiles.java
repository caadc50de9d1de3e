package org.clickgaussian.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/** The regions found in the folder of a ground truth set, by view and label. */
final class TruthFiles {
  private static final String EXPECTED =
      "expected <photo's name>/<label>.png or <photo's name>.json with polygons";

  private final SortedMap<String, SortedMap<String, TruthRegion>> regions = new TreeMap<>();

  private TruthFiles() {}

  /**
   * Looks through a folder and reads its polygon documents.
   *
   * @param labels the known labels by their names
   * @param ids the labels' IDs in label maps; where there are none, there are no maps
   * @throws InputException if it is absent, holds no ground truth, or a document cannot be read
   */
  static TruthFiles in(
      Path folder, SortedMap<String, TruthLabel> labels, SortedMap<String, Integer> ids) {
    if (!Files.isDirectory(folder)) {
      throw InputException.in(folder, "is no folder of ground truth; " + EXPECTED);
    }
    TruthFiles files = new TruthFiles();
    List<Path> found = FolderFiles.below(folder);
    for (Path file : found) {
      String path = FolderFiles.relativePath(folder, file);
      Optional<Level> level = TruthMaps.levelOf(path);
      if (level.isPresent() && !ids.isEmpty()) {
        files.takeMap(file, TruthMaps.viewOf(path, level.get()), level.get(), labels, ids);
      } else if (hasExtension(file, ".png") && !file.getParent().equals(folder)) {
        String label = TruthJson.labelName(file, withoutExtension(file.getFileName().toString()));
        files.put(
            FolderFiles.relativePath(folder, file.getParent()), label, new TruthRegion.Image(file));
      }
    }
    for (Path file : found) {
      if (hasExtension(file, ".json") && !file.equals(folder.resolve(LabelsJson.FILE_NAME))) {
        files.takeDocument(folder, file);
      }
    }
    if (files.regions.isEmpty()) {
      throw InputException.in(folder, "holds no ground truth; " + EXPECTED);
    }
    return files;
  }

  /** The regions by the view's key and the label's name. */
  SortedMap<String, SortedMap<String, TruthRegion>> regions() {
    return regions;
  }

  /** The names of all labels that have a region. */
  SortedSet<String> labels() {
    SortedSet<String> labels = new TreeSet<>();
    regions.values().forEach(byLabel -> labels.addAll(byLabel.keySet()));
    return labels;
  }

  /**
   * Checks that every region's label is known.
   *
   * @throws InputException naming a file whose label is not
   */
  void requireLabels(Set<String> known, Path labelFile) {
    for (SortedMap<String, TruthRegion> byLabel : regions.values()) {
      byLabel.forEach(
          (label, region) -> {
            if (!known.contains(label)) {
              throw InputException.in(
                  region.file(),
                  "its label \"%s\" is not in %s; add it there, or correct its name"
                      .formatted(label, labelFile));
            }
          });
    }
  }

  private void takeMap(
      Path file,
      String view,
      Level level,
      SortedMap<String, TruthLabel> labels,
      SortedMap<String, Integer> ids) {
    TruthMaps map = new TruthMaps(file);
    ids.forEach(
        (label, id) -> {
          if (labels.get(label).level() == level) {
            put(view, label, new TruthRegion.MapLabel(map, id));
          }
        });
  }

  /** The document's view must fit its file's name; its folders may be left out. */
  private void takeDocument(Path folder, Path file) {
    PolygonDocument document = PolygonDocument.read(file);
    String path = withoutExtension(FolderFiles.relativePath(folder, file));
    String view = document.view();
    if (!view.equals(path) && !view.endsWith("/" + path)) {
      throw InputException.in(
          file,
          "is named for the photo \"%s\" but is about \"%s\"; rename it".formatted(path, view));
    }
    document
        .polygons()
        .forEach(
            (label, polygon) ->
                put(
                    view,
                    label,
                    new TruthRegion.Outline(file, polygon, document.width(), document.height())));
  }

  /** The first region of a view and label stays: images come before polygons. */
  private void put(String view, String label, TruthRegion region) {
    regions.computeIfAbsent(view, v -> new TreeMap<>()).putIfAbsent(label, region);
  }

  private static boolean hasExtension(Path file, String extension) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  private static String withoutExtension(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }
}

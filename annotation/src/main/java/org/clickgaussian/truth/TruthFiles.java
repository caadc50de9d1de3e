package org.clickgaussian.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** The regions found in the folder of a ground truth set, by view and label. */
final class TruthFiles {
  private static final String EXPECTED =
      "expected <photo's name>/<label>.png or <photo's name>.json with polygons";

  private final SortedMap<String, SortedMap<String, TruthRegion>> regions = new TreeMap<>();

  private TruthFiles() {}

  /**
   * Looks through a folder and reads its polygon documents.
   *
   * @throws InputException if it is absent, holds no ground truth, or a document cannot be read
   */
  static TruthFiles in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw InputException.in(folder, "is no folder of ground truth; " + EXPECTED);
    }
    TruthFiles files = new TruthFiles();
    List<Path> found = list(folder);
    for (Path file : found) {
      if (hasExtension(file, ".png") && !file.getParent().equals(folder)) {
        String label = TruthJson.labelName(file, withoutExtension(file.getFileName().toString()));
        files.put(slashed(folder.relativize(file.getParent())), label, new TruthRegion.Image(file));
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

  /** The document's view must fit its file's name; its folders may be left out. */
  private void takeDocument(Path folder, Path file) {
    PolygonDocument document = PolygonDocument.read(file);
    String path = withoutExtension(slashed(folder.relativize(file)));
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

  private static List<Path> list(Path folder) {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e.getCause());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static InputException unreadable(Path folder, IOException cause) {
    return InputException.in(folder, "cannot be listed: " + AtomicFile.reason(cause), cause);
  }

  private static boolean hasExtension(Path file, String extension) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  private static String withoutExtension(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  private static String slashed(Path relative) {
    return relative.toString().replace('\\', '/');
  }
}

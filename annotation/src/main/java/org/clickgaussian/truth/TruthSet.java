package org.clickgaussian.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.View;

/**
 * The ground truth of some views of a scene, in a folder:
 *
 * <ul>
 *   <li>{@code labels.json}: the labels and their levels ({@link LabelsJson}); where it is absent
 *       every label is coarse, with a warning;
 *   <li>{@code <view's key>/<label>.png}: the region of one label ({@link TruthPng});
 *   <li>{@code <view's key>.coarse.png} and {@code <view's key>.fine.png}: the regions of all
 *       labels of a level that have an ID in {@code labels.json} ({@link TruthMaps});
 *   <li>{@code <view's key>.json}: the regions of several labels as polygons ({@link
 *       PolygonDocument}); those that have an image too are taken from the image.
 * </ul>
 *
 * <p>A label without a region in a view is not annotated there; a label that is not to be seen has
 * an empty one. Images are read when asked for and not kept. Safe to use from several threads.
 */
public final class TruthSet {
  private final Path folder;
  private final SortedMap<String, TruthLabel> labels;
  private final SortedMap<String, SortedMap<String, TruthRegion>> regions;
  private final List<String> warnings;

  private TruthSet(
      Path folder,
      SortedMap<String, TruthLabel> labels,
      SortedMap<String, SortedMap<String, TruthRegion>> regions,
      List<String> warnings) {
    this.folder = folder;
    this.labels = labels;
    this.regions = regions;
    this.warnings = warnings;
  }

  /**
   * Opens a set: reads the labels and the polygons, and finds the images.
   *
   * @throws InputException if the folder is absent or holds no ground truth, a file cannot be read
   *     or is newer than this program, or a region's label is not in {@code labels.json}
   */
  public static TruthSet open(Path folder) {
    SortedMap<String, TruthLabel> labels = new TreeMap<>();
    Path labelFile = folder.resolve(LabelsJson.FILE_NAME);
    if (Files.exists(labelFile)) {
      LabelsJson.read(labelFile).forEach(label -> labels.put(label.name(), label));
      TruthFiles files = TruthFiles.in(folder, labels, LabelsJson.readIds(labelFile));
      files.requireLabels(labels.keySet(), labelFile);
      return new TruthSet(folder, labels, files.regions(), List.of());
    }
    TruthFiles files = TruthFiles.in(folder, labels, new TreeMap<>());
    for (String name : files.labels()) {
      labels.put(name, TruthLabel.of(name, Level.COARSE));
    }
    String warning =
        folder + ": there is no " + LabelsJson.FILE_NAME + ", so every label counts as coarse";
    return new TruthSet(folder, labels, files.regions(), List.of(warning));
  }

  /** The folder that was opened. */
  public Path folder() {
    return folder;
  }

  /** The labels, sorted by name. */
  public List<TruthLabel> labels() {
    return List.copyOf(labels.values());
  }

  /** The label of a name. */
  public Optional<TruthLabel> label(String name) {
    return Optional.ofNullable(labels.get(name));
  }

  /** The keys of all annotated views, sorted. */
  public SortedSet<String> views() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(regions.keySet()));
  }

  /** The keys of the views in which a label is annotated, sorted. */
  public SortedSet<String> views(String label) {
    SortedSet<String> views = new TreeSet<>();
    regions.forEach(
        (view, byLabel) -> {
          if (byLabel.containsKey(label)) {
            views.add(view);
          }
        });
    return Collections.unmodifiableSortedSet(views);
  }

  /** The names of the labels that are annotated in a view, sorted. */
  public SortedSet<String> labelsIn(String view) {
    return Collections.unmodifiableSortedSet(
        new TreeSet<>(regions.getOrDefault(view, new TreeMap<>()).keySet()));
  }

  /**
   * The region of a label in a view, in the size in which it was annotated.
   *
   * @param view the view's key
   * @return empty where the label is not annotated in that view
   * @throws InputException if its image cannot be read
   */
  public Optional<BitMask> mask(String view, String label) {
    return Optional.ofNullable(regions.getOrDefault(view, new TreeMap<>()).get(label))
        .map(TruthRegion::mask);
  }

  /** The region of a label in a view; see {@link #mask(String, String)}. */
  public Optional<BitMask> mask(View view, String label) {
    return mask(view.key(), label);
  }

  /** What a person should know about the set. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Writes the region of a label into the folder of a set, as an image.
   *
   * @param view the view's key
   * @throws InputException if the file cannot be written
   */
  public static void write(Path folder, String view, TruthLabel label, BitMask mask) {
    TruthPng.write(folder.resolve(view).resolve(label.name() + ".png"), mask);
  }
}

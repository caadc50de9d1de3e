package org.clickgaussian.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.truth.TruthPng;

/**
 * The protocol "lerf-mask": {@code <scene>/test_mask/<i>/<object>.png} is the mask of an object in
 * the i-th test view, from 0. Test views are the scene's views, sorted by name, whose photo is not
 * in {@code images_train}. Numbers may be missing (one published scene has a gap): the folder's
 * number counts, not its place in the listing. A pixel belongs to the object if it is brighter than
 * 128. All objects are coarse.
 */
public final class LerfMaskTruth implements EvaluationTruth {
  private final SortedMap<String, SortedMap<String, Path>> files;
  private final List<String> warnings;

  private LerfMaskTruth(SortedMap<String, SortedMap<String, Path>> files, List<String> warnings) {
    this.files = files;
    this.warnings = warnings;
  }

  /**
   * Opens the masks of a scene.
   *
   * @param scene the scene's folder, with {@code images_train} and {@code test_mask}
   * @param viewKeys the keys of all views of the scene
   * @throws InputException if a folder is absent or empty, or there is a mask folder for a test
   *     view that does not exist
   */
  public static LerfMaskTruth open(Path scene, Collection<String> viewKeys) {
    List<String> testViews = testViews(scene, viewKeys);
    Path masks = requireFolder(scene.resolve("test_mask"));
    SortedMap<String, SortedMap<String, Path>> files = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    for (Path folder : TruthFolder.list(masks)) {
      if (!Files.isDirectory(folder) || !folder.getFileName().toString().matches("\\d{1,9}")) {
        warnings.add(folder + ": is no numbered folder of masks and was passed over");
        continue;
      }
      int number = Integer.parseInt(folder.getFileName().toString());
      if (number >= testViews.size()) {
        throw InputException.in(
            folder,
            "belongs to test view %d, but the scene has only %d (from 0); check images_train"
                .formatted(number, testViews.size()));
      }
      SortedMap<String, Path> objects = new TreeMap<>();
      TruthFolder.images(folder).forEach(file -> objects.put(TruthFolder.stem(file), file));
      files.put(testViews.get(number), objects);
    }
    if (files.values().stream().allMatch(SortedMap::isEmpty)) {
      throw InputException.in(masks, "holds no masks; expected <i>/<object>.png");
    }
    return new LerfMaskTruth(files, warnings);
  }

  /** The views that were not trained on, sorted. */
  private static List<String> testViews(Path scene, Collection<String> viewKeys) {
    Set<String> trained = new HashSet<>();
    TruthFolder.images(requireFolder(scene.resolve("images_train")))
        .forEach(file -> trained.add(TruthFolder.stem(file)));
    List<String> test =
        viewKeys.stream().filter(key -> !trained.contains(key)).distinct().sorted().toList();
    if (test.isEmpty()) {
      throw InputException.in(
          scene.resolve("images_train"), "holds the photos of all views, so none is left to test");
    }
    return test;
  }

  private static Path requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw InputException.in(
          folder, "is not there; the lerf-mask protocol needs images_train and test_mask");
    }
    return folder;
  }

  @Override
  public String protocol() {
    return "lerf-mask";
  }

  @Override
  public List<TruthObject> objects() {
    Set<String> names = new TreeSet<>();
    files.values().forEach(objects -> names.addAll(objects.keySet()));
    return names.stream().map(name -> new TruthObject(name, Level.COARSE)).toList();
  }

  @Override
  public List<String> views() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<BitMask> mask(String view, TruthObject object) {
    return Optional.ofNullable(files.getOrDefault(view, new TreeMap<>()).get(object.name()))
        .map(TruthPng::read);
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}

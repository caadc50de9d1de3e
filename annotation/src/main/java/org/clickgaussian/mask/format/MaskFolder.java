package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.MaskWarnings;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.TwoLevelAssignment;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.LabelUndistortion;
import org.clickgaussian.scene.View;

/**
 * A folder of masks as the source of a scene's masks.
 *
 * <p>A view's masks are found by its key, the photo's path without extension, in this order:
 *
 * <ul>
 *   <li>{@code <key>.json}: overlapping segments ({@link SamJson}), painted at two levels ({@link
 *       TwoLevelAssignment});
 *   <li>{@code <key>.coarse.png} and {@code <key>.fine.png}, or {@code coarse/<key>.png} and {@code
 *       fine/<key>.png}: a label map for each level ({@link LabelMapPng});
 *   <li>{@code <key>.png}: one label map, used for both levels.
 * </ul>
 *
 * <p>Masks may also lie in other folders than the photos if the photos' names alone tell them
 * apart. Masks of another size than the photo are brought to it by the nearest pixel, with a
 * warning. Files are read when asked for and not kept.
 */
public final class MaskFolder implements MaskSource {
  private static final double SAME_PROPORTIONS = 0.02;

  private final Path folder;
  private final Map<String, MaskFile> files;
  private final AssignmentOptions options;
  private final LabelUndistortion undistortion;
  private final MaskWarnings warnings;

  private MaskFolder(
      Path folder,
      Map<String, MaskFile> files,
      AssignmentOptions options,
      LabelUndistortion undistortion,
      MaskWarnings warnings) {
    this.folder = folder;
    this.files = files;
    this.options = options;
    this.undistortion = undistortion;
    this.warnings = warnings;
  }

  /** Opens a folder for photos without lens distortion; all segments take part. */
  public static MaskFolder open(Path folder, List<View> views) {
    return open(folder, views, AssignmentOptions.ALL, LabelUndistortion.NONE);
  }

  /**
   * Opens a folder and finds the views' files; reads none of them yet.
   *
   * @param views all views of the scene
   * @param options which segments take part in the two levels
   * @param undistortion takes labels of the photos on disk into the views' cameras; a scene folder
   * @throws InputException if the folder is absent or holds no masks, none of them belongs to a
   *     view, or a view has the label map of one level alone
   */
  public static MaskFolder open(
      Path folder, List<View> views, AssignmentOptions options, LabelUndistortion undistortion) {
    MaskFileIndex index = new MaskFileIndex(folder);
    SortedMap<String, String> stems = index.stemsByKey(views.stream().map(View::key).toList());
    if (stems.isEmpty()) {
      String key = views.isEmpty() ? "(there are none)" : views.getFirst().key();
      throw InputException.in(
          folder,
          "no mask belongs to a photo: masks are named like \"%s\", photos like \"%s\"; name each"
                  .formatted(index.byStem().firstKey(), key)
              + " mask after its photo");
    }
    MaskWarnings warnings = new MaskWarnings();
    SortedMap<String, MaskFile> files = new TreeMap<>();
    stems.forEach(
        (key, stem) -> {
          FoundMasks found = index.byStem().get(stem);
          files.put(key, found.best());
          for (Path file : found.passedOver()) {
            warnings.add("masks that are not used, as others are beside them", name(file));
          }
        });
    warnAboutLeftOver(index, stems, views, warnings);
    return new MaskFolder(folder, files, options, undistortion, warnings);
  }

  @Override
  public Optional<TwoLevelMasks> masks(View view) {
    MaskFile file = files.get(view.key());
    if (file == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (file) {
          case MaskFile.Segments segments -> segments(segments.path(), view);
          case MaskFile.OneMap one -> {
            SegmentMap map = labelMap(one.path(), view);
            yield new TwoLevelMasks(map, map);
          }
          case MaskFile.TwoMaps two ->
              new TwoLevelMasks(labelMap(two.coarse(), view), labelMap(two.fine(), view));
        });
  }

  @Override
  public String description() {
    Map<String, Long> kinds =
        files.values().stream()
            .collect(Collectors.groupingBy(MaskFile::kind, TreeMap::new, Collectors.counting()));
    List<String> parts =
        kinds.entrySet().stream().map(e -> e.getValue() + " as " + e.getKey()).toList();
    return "%s: masks of %d photos (%s)".formatted(folder, files.size(), String.join(", ", parts));
  }

  /** Whether the folder has masks for a view. */
  public boolean has(View view) {
    return files.containsKey(view.key());
  }

  /**
   * What is odd about the folder, one sentence a problem: masks without a photo, photos without
   * masks, masks that are passed over, and among the masks read so far those of another size than
   * their photo.
   */
  public List<String> warnings() {
    return warnings.list();
  }

  private static void warnAboutLeftOver(
      MaskFileIndex index,
      SortedMap<String, String> stems,
      List<View> views,
      MaskWarnings warnings) {
    TreeSet<String> leftOver = new TreeSet<>(index.byStem().keySet());
    leftOver.removeAll(stems.values());
    for (String stem : leftOver) {
      for (Path file : index.byStem().get(stem).files()) {
        warnings.add("masks that belong to no photo of the scene", name(file));
      }
    }
    for (View view : views) {
      if (!stems.containsKey(view.key())) {
        warnings.add("photos without masks", view.key());
      }
    }
  }

  private TwoLevelMasks segments(Path file, View view) {
    List<SegmentRecord> segments = SamJson.read(file);
    if (!segments.isEmpty()) {
      RunLength first = segments.getFirst().mask();
      warnAboutSize(file, first.width(), first.height(), view);
    }
    int width = view.camera().width();
    int height = view.camera().height();
    TwoLevelMasks masks = TwoLevelAssignment.assign(segments, width, height, options);
    return new TwoLevelMasks(undistorted(masks.coarse(), view), undistorted(masks.fine(), view));
  }

  private SegmentMap labelMap(Path file, View view) {
    SegmentMap map = LabelMapPng.read(file);
    warnAboutSize(file, map.width(), map.height(), view);
    return undistorted(map.resized(view.camera().width(), view.camera().height()), view);
  }

  private SegmentMap undistorted(SegmentMap map, View view) {
    int[] labels = undistortion.undistortNearest(view, map.segments(), map.width(), map.height());
    return labels == map.segments() ? map : SegmentMap.dense(map.width(), map.height(), labels);
  }

  private void warnAboutSize(Path file, int width, int height, View view) {
    int photoWidth = view.camera().width();
    int photoHeight = view.camera().height();
    if (width == photoWidth && height == photoHeight) {
      return;
    }
    double stretch = (double) width * photoHeight / ((double) height * photoWidth);
    String doubt =
        Math.abs(stretch - 1) > SAME_PROPORTIONS
            ? " of other proportions (are they masks of these photos?)"
            : "";
    warnings.add(
        "masks of %d × %d pixels, rescaled to photos of %d × %d%s"
            .formatted(width, height, photoWidth, photoHeight, doubt),
        name(file));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

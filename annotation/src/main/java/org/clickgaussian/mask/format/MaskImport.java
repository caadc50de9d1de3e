package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Brings masks of other programs into the forms that training reads, named after the scene's views:
 * overlapping segments as {@code amg.py}'s JSON, label maps as PNG.
 *
 * @param kind what the masks were, for a person
 * @param imported keys of the views that got masks
 * @param withoutMasks keys of the views that got none
 * @param leftOver images of the source that belong to no view
 * @param segments how many segments were written, both levels of a view counted
 */
public record MaskImport(
    String kind,
    List<String> imported,
    List<String> withoutMasks,
    List<String> leftOver,
    long segments) {

  /**
   * Imports masks.
   *
   * @param source a file or folder; see {@link MaskCollections}
   * @param keys keys of the scene's views
   * @param out folder to write to; files of the same names are replaced
   * @throws InputException if the masks cannot be read, or none belongs to a view
   */
  public static MaskImport run(
      Path source, List<String> keys, Path out, Workers workers, Progress progress) {
    MaskCollection collection = MaskCollections.open(source, keys);
    SortedMap<String, String> images = NameMatching.byKey(collection.images(), keys);
    if (images.isEmpty()) {
      throw InputException.in(
          source,
          "holds %s, but none of a photo of the scene: its images are named like \"%s\", photos like \"%s\""
              .formatted(
                  collection.kind(),
                  collection.images().isEmpty()
                      ? "(there are none)"
                      : collection.images().getFirst(),
                  keys.isEmpty() ? "(there are none)" : keys.getFirst()));
    }
    List<String> imported = List.copyOf(images.keySet());
    long[] counts = new long[imported.size()];
    AtomicInteger done = new AtomicInteger();
    workers.forEach(
        imported.size(),
        i -> {
          String key = imported.get(i);
          progress.update(done.get() / (double) imported.size(), "importing masks of " + key);
          counts[i] = write(collection.masks(images.get(key)), out, key);
          done.incrementAndGet();
        });
    List<String> without = new ArrayList<>(keys);
    without.removeAll(imported);
    TreeSet<String> leftOver = new TreeSet<>(collection.images());
    leftOver.removeAll(images.values());
    return new MaskImport(
        collection.kind(),
        imported,
        List.copyOf(without),
        List.copyOf(leftOver),
        Arrays.stream(counts).sum());
  }

  private static long write(ImportedMasks masks, Path out, String key) {
    switch (masks) {
      case ImportedMasks.Segments segments -> {
        SamJson.write(out.resolve(key + ".json"), segments.records());
        return segments.records().size();
      }
      case ImportedMasks.Levels levels -> {
        LabelMapPng.write(out, key, levels.masks());
        return (long) levels.masks().coarse().count() + levels.masks().fine().count();
      }
      case ImportedMasks.Labels labels -> {
        if (labels.map().count() > GreyImage.MAXIMUM) {
          // More than the 16 bits of a PNG tell apart.
          SamJson.write(out.resolve(key + ".json"), records(labels.map()));
        } else {
          LabelMapPng.write(out.resolve(key + ".png"), labels.map());
        }
        return labels.map().count();
      }
    }
  }

  private static List<SegmentRecord> records(SegmentMap map) {
    BitMask[] masks = new BitMask[map.count() + 1];
    List<SegmentRecord> records = new ArrayList<>();
    for (int p = 0; p < map.segments().length; p++) {
      int id = map.segments()[p];
      if (id > 0) {
        masks[id] = masks[id] == null ? new BitMask(map.width(), map.height()) : masks[id];
        masks[id].set(p % map.width(), p / map.width());
      }
    }
    for (int id = 1; id < masks.length; id++) {
      records.add(SegmentRecord.of(RunLength.encode(masks[id])));
    }
    return records;
  }
}

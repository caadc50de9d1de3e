package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.mask.SegmentRecord;

/** A PNG for each object of each image; objects may overlap. */
final class ObjectPngs implements MaskCollection {
  private final SortedMap<String, List<Path>> files = new TreeMap<>();

  /** Takes a mask of an image. */
  void add(String image, Path file) {
    files.computeIfAbsent(image, key -> new ArrayList<>()).add(file);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  @Override
  public String kind() {
    return "PNG masks per object";
  }

  @Override
  public List<String> images() {
    return List.copyOf(files.keySet());
  }

  @Override
  public ImportedMasks masks(String image) {
    List<SegmentRecord> records = new ArrayList<>();
    for (Path file : files.get(image)) {
      SegmentRecord record = SegmentRecord.of(BinaryPng.read(file));
      if (record.area() > 0) {
        records.add(record);
      }
    }
    return new ImportedMasks.Segments(SameSize.checked(files.get(image).getFirst(), records));
  }
}

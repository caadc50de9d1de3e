package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.io.InputException;
import org.clickgaussian.io.NpyReader;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.SegmentMap;

/** Label maps as {@code .npy} arrays [height][width]; 0 and what is negative is unlabelled. */
final class LabelArrays implements MaskCollection {
  private final SortedMap<String, Path> files = new TreeMap<>();

  /** Some files by the names of their images. */
  LabelArrays(Map<String, Path> files) {
    this.files.putAll(files);
  }

  @Override
  public String kind() {
    return "label maps as .npy arrays";
  }

  @Override
  public List<String> images() {
    return List.copyOf(files.keySet());
  }

  @Override
  public ImportedMasks masks(String image) {
    Path file = files.get(image);
    NpyReader.Table table = NpyReader.readTable(file);
    if (!BitMask.isPossibleSize(table.columns(), table.rows())) {
      throw InputException.in(file, "has no pixels, or too many, for a label map");
    }
    // Labels may be any 64-bit numbers: they are numbered anew in ascending order.
    long[] distinct =
        Arrays.stream(table.values()).filter(v -> v > 0).sorted().distinct().toArray();
    Map<Long, Integer> numbers = new HashMap<>();
    for (long value : distinct) {
      numbers.put(value, numbers.size() + 1);
    }
    int[] labels = new int[table.values().length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = numbers.getOrDefault(table.values()[i], 0);
    }
    return new ImportedMasks.Labels(SegmentMap.dense(table.columns(), table.rows(), labels));
  }
}

package org.clickgaussian.mask.format;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;

/**
 * What {@code amg.py} writes without {@code --convert-to-rle}: for each image a folder with {@code
 * 0.png}, {@code 1.png}, … and a {@value #TABLE} whose rows belong to them by {@code id}.
 */
final class AmgFolders implements MaskCollection {
  static final String TABLE = "metadata.csv";

  private final SortedMap<String, Path> tables = new TreeMap<>();

  /** The images below a folder, which may be that of a single image. */
  AmgFolders(Path folder) {
    for (Path file : FolderFiles.below(folder)) {
      if (file.getFileName().toString().equals(TABLE)) {
        Path image = file.getParent();
        String name = FolderFiles.relativePath(folder, image);
        tables.put(
            name.isEmpty() ? String.valueOf(image.toAbsolutePath().getFileName()) : name, file);
      }
    }
  }

  @Override
  public String kind() {
    return "folders of PNG masks from amg.py";
  }

  @Override
  public List<String> images() {
    return List.copyOf(tables.keySet());
  }

  @Override
  public ImportedMasks masks(String image) {
    Path table = tables.get(image);
    List<String> lines;
    try {
      lines = Files.readAllLines(table);
    } catch (CharacterCodingException e) {
      throw InputException.in(table, "is no text; copy it again", e);
    } catch (IOException e) {
      throw InputException.in(table, "cannot be read: " + AtomicFile.reason(e), e);
    }
    List<SegmentRecord> records = new ArrayList<>();
    if (lines.isEmpty()) {
      return new ImportedMasks.Segments(records);
    }
    String[] columns = lines.getFirst().split(",", -1);
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        records.add(record(table, columns, line));
      }
    }
    return new ImportedMasks.Segments(SameSize.checked(table, records));
  }

  private static SegmentRecord record(Path table, String[] columns, String line) {
    String[] cells = line.split(",", -1);
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
      try {
        values.put(columns[i].strip(), Double.valueOf(cells[i].strip()));
      } catch (NumberFormatException e) {
        throw InputException.in(
            table,
            "has \"%s\" where a number belongs; copy it again".formatted(cells[i].strip()),
            e);
      }
    }
    Double id = values.get("id");
    if (id == null || id != Math.rint(id) || !(id >= 0 && id < Integer.MAX_VALUE)) {
      throw InputException.in(table, "has a row without an id; copy it again");
    }
    RunLength mask = BinaryPng.read(table.resolveSibling(id.intValue() + ".png"));
    double x = values.getOrDefault("point_input_x", Double.NaN);
    double y = values.getOrDefault("point_input_y", Double.NaN);
    List<PromptPoint> points =
        Double.isFinite(x) && Double.isFinite(y) ? List.of(new PromptPoint(x, y)) : List.of();
    return new SegmentRecord(
        mask,
        values.getOrDefault("predicted_iou", Double.NaN),
        values.getOrDefault("stability_score", Double.NaN),
        points,
        new Box(
            values.getOrDefault("crop_box_x0", 0.0),
            values.getOrDefault("crop_box_y0", 0.0),
            values.getOrDefault("crop_box_w", (double) mask.width()),
            values.getOrDefault("crop_box_h", (double) mask.height())));
  }
}

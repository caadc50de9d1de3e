package org.clickgaussian.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.SegmentMatching;
import org.clickgaussian.mask.format.SamJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two sets of masks of the same photos. */
@Command(
    name = "compare",
    header = "Compare two folders of segments of the same photos.",
    description = {
      "Matches the segments of each photo one to one, the best pairs first, and tells which share"
          + " of either folder has a partner. Photos that are in one folder alone are passed over.",
      ""
    },
    footer = {"", "Example:", "  clickgaussian masks compare masks/mobile-sam masks/other"})
final class CompareMasksCommand extends JobCommand {

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of amg.py's JSON files.")
  private Path first;

  @Parameters(index = "1", paramLabel = "DIR", description = "The other folder.")
  private Path second;

  @Option(
      names = "--iou",
      paramLabel = "R",
      defaultValue = "0.9",
      description = "Least intersection over union of a pair. Default: ${DEFAULT-VALUE}.")
  private double limit;

  @Override
  Answer run(Job job) {
    if (!(limit > 0 && limit <= 1)) {
      throw wrongUsage("--iou must be above 0 and at most 1, not " + limit);
    }
    List<String> photos = commonPhotos();
    Answer answer = new Answer();
    List<Map<String, Object>> rows = new ArrayList<>();
    int matched = 0;
    int ofFirst = 0;
    int ofSecond = 0;
    for (String photo : photos) {
      job.progress().update((double) rows.size() / photos.size(), photo);
      SegmentMatching matching =
          SegmentMatching.of(
              SamJson.read(first.resolve(photo)), SamJson.read(second.resolve(photo)), limit);
      matched += matching.matched();
      ofFirst += matching.first();
      ofSecond += matching.second();
      rows.add(row(answer, photo, matching));
    }
    SegmentMatching all = new SegmentMatching(ofFirst, ofSecond, matched, Double.NaN);
    answer.line(
        "all %d photos: %.1f%% of the first, %.1f%% of the second matched at IoU %s",
        photos.size(), 100 * all.shareOfFirst(), 100 * all.shareOfSecond(), limit);
    return answer
        .value("photos", rows)
        .value("share_of_first", all.shareOfFirst())
        .value("share_of_second", all.shareOfSecond());
  }

  private static Map<String, Object> row(Answer answer, String photo, SegmentMatching matching) {
    answer.line(
        "%-24s %4d of %4d and %4d matched, mean IoU %.4f",
        photo, matching.matched(), matching.first(), matching.second(), matching.meanIou());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", photo);
    row.put("matched", matching.matched());
    row.put("first", matching.first());
    row.put("second", matching.second());
    return row;
  }

  private List<String> commonPhotos() {
    if (!Files.isDirectory(first) || !Files.isDirectory(second)) {
      throw InputException.in(Files.isDirectory(first) ? second : first, "is no folder of masks");
    }
    List<String> photos =
        FolderFiles.below(first).stream()
            .map(file -> FolderFiles.relativePath(first, file))
            .filter(name -> name.endsWith(".json") && Files.exists(second.resolve(name)))
            .toList();
    if (photos.isEmpty()) {
      throw InputException.in(first, "has no file of the same name as one in " + second);
    }
    return photos;
  }
}

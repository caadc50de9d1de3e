package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/** All mask files of one stem. */
final class FoundMasks {
  private Path segments;
  private Path oneMap;
  private Path coarse;
  private Path fine;

  void takeSegments(Path file) {
    segments = file;
  }

  void takeMap(Path file) {
    oneMap = file;
  }

  void takeMap(Path file, Level level) {
    if (level == Level.COARSE) {
      coarse = file;
    } else {
      fine = file;
    }
  }

  /** The files, those first that are used. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path file : new Path[] {segments, coarse, fine, oneMap}) {
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  /** The files that {@link #best} passes over. */
  List<Path> passedOver() {
    List<Path> files = files();
    return files.subList(segments == null && coarse != null ? 2 : 1, files.size());
  }

  /**
   * What to read: segments, else a map for each level, else one map for both.
   *
   * @throws InputException if there is the map of one level without the other
   */
  MaskFile best() {
    if (segments != null) {
      return new MaskFile.Segments(segments);
    }
    if (coarse == null && fine == null) {
      return new MaskFile.OneMap(oneMap);
    }
    if (coarse == null || fine == null) {
      String missing = coarse == null ? "coarse" : "fine";
      throw InputException.in(
          coarse == null ? fine : coarse,
          "the "
              + missing
              + " label map is missing beside it; add it, or name this one after the"
              + " photo alone to use it at both levels");
    }
    return new MaskFile.TwoMaps(coarse, fine);
  }
}

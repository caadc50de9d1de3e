package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;

/** Segments of one image have one size. */
final class SameSize {
  private SameSize() {}

  /** The records, if all have the size of the first. */
  static List<SegmentRecord> checked(Path file, List<SegmentRecord> records) {
    for (SegmentRecord record : records) {
      RunLength first = records.getFirst().mask();
      RunLength mask = record.mask();
      if (mask.width() != first.width() || mask.height() != first.height()) {
        throw InputException.in(
            file,
            "has masks of %d × %d and of %d × %d pixels for one image; scale them alike"
                .formatted(first.width(), first.height(), mask.width(), mask.height()));
      }
    }
    return List.copyOf(records);
  }
}

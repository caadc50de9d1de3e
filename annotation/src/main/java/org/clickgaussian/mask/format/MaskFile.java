package org.clickgaussian.mask.format;

import java.nio.file.Path;

/** The file or files that hold one view's masks. */
sealed interface MaskFile {
  /** The file to name in messages. */
  Path path();

  /** What the masks are, for a person. */
  String kind();

  /** Overlapping segments, to be painted at two levels. */
  record Segments(Path path) implements MaskFile {
    @Override
    public String kind() {
      return "segments";
    }
  }

  /** One label map for both levels. */
  record OneMap(Path path) implements MaskFile {
    @Override
    public String kind() {
      return "one label map for both levels";
    }
  }

  /** A label map for each level. */
  record TwoMaps(Path coarse, Path fine) implements MaskFile {
    @Override
    public Path path() {
      return coarse;
    }

    @Override
    public String kind() {
      return "a label map for each level";
    }
  }
}

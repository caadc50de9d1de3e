package org.clickgaussian.truth;

import java.nio.file.Path;
import org.clickgaussian.mask.BitMask;

/** Where the region of one label in one view comes from. */
sealed interface TruthRegion {
  /** The region, read or filled anew. */
  BitMask mask();

  /** The file that has it. */
  Path file();

  /** An image. */
  record Image(Path file) implements TruthRegion {
    @Override
    public BitMask mask() {
      return TruthPng.read(file);
    }
  }

  /** One ID in a map of all labels of a level. */
  record MapLabel(TruthMaps map, int id) implements TruthRegion {
    @Override
    public BitMask mask() {
      return map.mask(id);
    }

    @Override
    public Path file() {
      return map.file();
    }
  }

  /** A polygon in an image of the given size. */
  record Outline(Path file, Polygon polygon, int width, int height) implements TruthRegion {
    @Override
    public BitMask mask() {
      return polygon.fill(width, height);
    }
  }
}

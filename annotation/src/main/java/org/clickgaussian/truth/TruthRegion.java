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

  /** A polygon in an image of the given size. */
  record Outline(Path file, Polygon polygon, int width, int height) implements TruthRegion {
    @Override
    public BitMask mask() {
      return polygon.fill(width, height);
    }
  }
}

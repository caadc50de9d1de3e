package org.clickgaussian.sam;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.clickgaussian.mask.BitMask;

/**
 * Fills small holes of a mask and removes its small islands, as Segment Anything does: regions are
 * connected over edges and corners; if every island is small, the largest stays.
 */
final class SmallRegions {
  private final int width;
  private final int height;

  /** For each pixel the number of its region from 1 on; 0 where the pixel is of the other kind. */
  private final int[] regions;

  private int[] sizes = new int[16];
  private int count;

  /** Finds the connected regions inside or outside of a mask, numbered by their first pixels. */
  private SmallRegions(BitMask mask, boolean inside) {
    width = mask.width();
    height = mask.height();
    regions = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        regions[y * width + x] = mask.get(x, y) == inside ? -1 : 0;
      }
    }
    int[] open = new int[64];
    for (int pixel = 0; pixel < regions.length; pixel++) {
      if (regions[pixel] < 0) {
        open = flood(pixel, open);
      }
    }
  }

  /** The mask without holes and islands of fewer pixels than the area, or empty if it has none. */
  static Optional<BitMask> removed(BitMask mask, int area) {
    SmallRegions holes = new SmallRegions(mask, false);
    boolean fills = holes.hasSmaller(area);
    BitMask filled = fills ? holes.mask(hole -> hole == 0 || holes.sizes[hole] < area) : mask;
    SmallRegions islands = new SmallRegions(filled, true);
    if (!islands.hasSmaller(area)) {
      return fills ? Optional.of(filled) : Optional.empty();
    }
    int largest = islands.largest();
    boolean allSmall = islands.sizes[largest] < area;
    return Optional.of(
        islands.mask(
            island ->
                island > 0 && (allSmall ? island == largest : islands.sizes[island] >= area)));
  }

  private int[] flood(int start, int[] stack) {
    count++;
    sizes = count < sizes.length ? sizes : Arrays.copyOf(sizes, 2 * count);
    int[] open = stack;
    int length = 0;
    open[length++] = start;
    regions[start] = count;
    while (length > 0) {
      int pixel = open[--length];
      sizes[count]++;
      open = length + 8 <= open.length ? open : Arrays.copyOf(open, 2 * open.length);
      int x = pixel % width;
      int y = pixel / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          if (regions[ny * width + nx] < 0) {
            regions[ny * width + nx] = count;
            open[length++] = ny * width + nx;
          }
        }
      }
    }
    return open;
  }

  private boolean hasSmaller(int area) {
    for (int region = 1; region <= count; region++) {
      if (sizes[region] < area) {
        return true;
      }
    }
    return false;
  }

  private int largest() {
    int largest = 1;
    for (int region = 2; region <= count; region++) {
      largest = sizes[region] > sizes[largest] ? region : largest;
    }
    return largest;
  }

  private BitMask mask(IntPredicate belongs) {
    BitMask mask = new BitMask(width, height);
    for (int pixel = 0; pixel < regions.length; pixel++) {
      if (belongs.test(regions[pixel])) {
        mask.set(pixel % width, pixel / width);
      }
    }
    return mask;
  }
}

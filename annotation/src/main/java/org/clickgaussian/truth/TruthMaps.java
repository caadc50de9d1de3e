package org.clickgaussian.truth;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/**
 * The regions of all labels of one level in one view as a grey image of 8 or 16 bits, {@code
 * <view's key>.coarse.png} or {@code <view's key>.fine.png}: a pixel's value is the ID that {@code
 * labels.json} gives to its label, 0 where there is none.
 */
public final class TruthMaps {
  private static final String EXTENSION = ".png";

  private final Path file;
  private SoftReference<GreyImage> lastRead = new SoftReference<>(null);

  TruthMaps(Path file) {
    this.file = file;
  }

  /**
   * Writes a map into the folder of a set.
   *
   * @param view the view's key
   * @param ids the ID of the label of each pixel, 0 for none
   * @throws InputException if the file cannot be written
   */
  public static void write(Path folder, String view, Level level, GreyImage ids) {
    ImageFiles.writePng(folder.resolve(view + ending(level)), ids);
  }

  /** The level of the map that a file holds, by its name; empty where it is named otherwise. */
  static Optional<Level> levelOf(String path) {
    for (Level level : Level.values()) {
      if (path.toLowerCase(Locale.ROOT).endsWith(ending(level))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** The key of the view in the name of a map. */
  static String viewOf(String path, Level level) {
    return path.substring(0, path.length() - ending(level).length());
  }

  private static String ending(Level level) {
    return "." + level.key() + EXTENSION;
  }

  /** The file. */
  Path file() {
    return file;
  }

  /**
   * The region of an ID. The image is kept as long as there is memory to spare, since all labels of
   * a view are usually asked for one after the other.
   */
  BitMask mask(int id) {
    GreyImage map = map();
    BitMask mask = new BitMask(map.width(), map.height());
    for (int y = 0, in = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        if (map.values()[in++] == id) {
          mask.set(x, y);
        }
      }
    }
    return mask;
  }

  private synchronized GreyImage map() {
    GreyImage map = lastRead.get();
    if (map == null) {
      ImageSize size = ImageFiles.size(file);
      if (!BitMask.isPossibleSize(size.width(), size.height())) {
        throw InputException.in(file, "is too large for masks; scale it down");
      }
      map = ImageFiles.readGrey(file);
      lastRead = new SoftReference<>(map);
    }
    return map;
  }
}

package org.clickgaussian.mask.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;

/**
 * Label maps as PNG images: the value of a pixel is its segment, 0 = unlabelled. Grey images of 8
 * or 16 bits and palette images (of which the index counts) are read, and colour images whose three
 * channels are the same; written are grey ones.
 *
 * <p>The two levels of a photo are written as {@code <key>.coarse.png} and {@code <key>.fine.png}.
 */
public final class LabelMapPng {
  /** Where the header of a PNG tells the kind of its pixels. */
  private static final int COLOUR_TYPE = 25;

  private LabelMapPng() {}

  /**
   * Reads a map; the values that occur become the segments 1, 2, … in ascending order.
   *
   * @throws InputException if the file is no such image, or has too many pixels
   */
  public static SegmentMap read(Path file) {
    if (!BitMask.isPossibleSize(ImageFiles.size(file).width(), ImageFiles.size(file).height())) {
      throw InputException.in(file, "is too large for a label map; scale it down");
    }
    GreyImage image = isColour(file) ? greyOfColour(file) : ImageFiles.readGrey(file);
    return SegmentMap.dense(image.width(), image.height(), image.values());
  }

  /**
   * Writes a map.
   *
   * @throws IllegalArgumentException if it has more segments than 16 bits can tell apart
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, SegmentMap map) {
    ImageFiles.writePng(file, new GreyImage(map.width(), map.height(), map.segments()));
  }

  /**
   * Writes the two maps of a view into a folder.
   *
   * @param key the view's key
   * @throws InputException if a file cannot be written
   */
  public static void write(Path folder, String key, TwoLevelMasks masks) {
    for (Level level : Level.values()) {
      write(folder.resolve(key + "." + level.key() + ".png"), level.of(masks));
    }
  }

  private static boolean isColour(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] start = stream.readNBytes(COLOUR_TYPE + 1);
      // In the header of a PNG: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with
      // alpha.
      return start.length > COLOUR_TYPE
          && start[1] == 'P'
          && (start[COLOUR_TYPE] == 2 || start[COLOUR_TYPE] == 6);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static GreyImage greyOfColour(Path file) {
    RgbImage image = ImageFiles.readRgb(file);
    byte[] rgb = image.rgb();
    int[] values = new int[rgb.length / 3];
    for (int p = 0; p < values.length; p++) {
      if (rgb[3 * p] != rgb[3 * p + 1] || rgb[3 * p] != rgb[3 * p + 2]) {
        throw InputException.in(
            file, "is a colour image; a label map is a grey one, with a number for each segment");
      }
      values[p] = rgb[3 * p] & 0xff;
    }
    return new GreyImage(image.width(), image.height(), values);
  }
}

package org.clickgaussian.mask.format;

import java.util.List;

/**
 * Masks of several images as some program left them. {@link MaskCollections#open} finds out which
 * one it was.
 */
public interface MaskCollection {
  /** What the masks are, for a person, such as "COCO instances". */
  String kind();

  /** The images' names: paths with forward slashes, without extension, sorted. */
  List<String> images();

  /**
   * The masks of one image.
   *
   * @param image one of {@link #images}
   * @throws org.clickgaussian.io.InputException if they cannot be read
   */
  ImportedMasks masks(String image);
}

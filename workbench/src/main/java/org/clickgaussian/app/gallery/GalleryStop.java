package org.clickgaussian.app.gallery;

import java.util.function.BooleanSupplier;

/**
 * Something of the window that the gallery takes a picture of, with the gallery's scene and run
 * open.
 *
 * @param name of the picture's file without theme and ending, such as "mode-depth"
 * @param show brings it about, on the window's thread; what the stops before did is still there
 * @param ready whether it can be seen; asked at every pulse after {@code show}
 */
public record GalleryStop(String name, Runnable show, BooleanSupplier ready) {
  /** A stop that can be seen at once. */
  public static GalleryStop of(String name, Runnable show) {
    return new GalleryStop(name, show, () -> true);
  }
}

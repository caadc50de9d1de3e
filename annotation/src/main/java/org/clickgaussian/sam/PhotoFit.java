package org.clickgaussian.sam;

import org.clickgaussian.sam.ModelDescription.Encoder;
import org.clickgaussian.sam.ModelDescription.Fit;

/**
 * Where a photo lies in the encoder's square input: at the left and top, {@code scaledWidth} ·
 * {@code scaledHeight} pixels of {@code size} · {@code size}.
 *
 * @param photoWidth pixels in a row of the photo
 * @param photoHeight pixels in a column of the photo
 * @param scaledWidth pixels in a row of the scaled photo
 * @param scaledHeight pixels in a column of the scaled photo
 * @param size pixels a side of the encoder's input
 */
record PhotoFit(int photoWidth, int photoHeight, int scaledWidth, int scaledHeight, int size) {
  static PhotoFit of(int photoWidth, int photoHeight, Encoder encoder) {
    int size = encoder.size();
    if (encoder.fit() == Fit.STRETCH) {
      return new PhotoFit(photoWidth, photoHeight, size, size, size);
    }
    double scale = (double) size / Math.max(photoWidth, photoHeight);
    return new PhotoFit(
        photoWidth,
        photoHeight,
        Math.max(1, (int) (photoWidth * scale + 0.5)),
        Math.max(1, (int) (photoHeight * scale + 0.5)),
        size);
  }

  /** A column of the photo as a position in the input. */
  double inputX(double x) {
    return x * ((double) scaledWidth / photoWidth);
  }

  /** A row of the photo as a position in the input. */
  double inputY(double y) {
    return y * ((double) scaledHeight / photoHeight);
  }
}

package org.clickgaussian.sam;

import org.clickgaussian.mask.Box;

/** A box by the pixels at its corners, as Segment Anything keeps boxes: right and bottom belong. */
record PixelBox(int left, int top, int right, int bottom) {
  static PixelBox of(Box box) {
    return new PixelBox(
        (int) box.x(),
        (int) box.y(),
        (int) (box.x() + box.width()),
        (int) (box.y() + box.height()));
  }

  PixelBox moved(int x, int y) {
    return new PixelBox(left + x, top + y, right + x, bottom + y);
  }

  /** The form of {@code amg.py}: the corner and the differences. */
  Box toBox() {
    return new Box(left, top, right - left, bottom - top);
  }

  /** The area as Segment Anything counts it, between the centres of the border's pixels. */
  float area() {
    return (float) (right - left) * (bottom - top);
  }

  /** Intersection over union of the areas; NaN for two boxes without area. */
  float overlap(PixelBox other) {
    float width = Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
    float height = Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
    float shared = width * height;
    return shared / (area() + other.area() - shared);
  }
}

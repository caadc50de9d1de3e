package org.clickgaussian.training.gl;

/** Bytes of the device's memory that may be spent on what could also be sent each time. */
final class MemoryBudget {
  private long left;
  private boolean exhausted;

  MemoryBudget(long bytes) {
    this.left = Math.max(0, bytes);
  }

  /** Bytes that are left. */
  long left() {
    return left;
  }

  /** Takes bytes if there are so many. */
  boolean take(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  /** Gives bytes back. */
  void give(long bytes) {
    left += exhausted ? 0 : bytes;
  }

  /** Nothing more is to be taken, whatever is given back: the device has less than it said. */
  void exhaust() {
    exhausted = true;
    left = 0;
  }
}

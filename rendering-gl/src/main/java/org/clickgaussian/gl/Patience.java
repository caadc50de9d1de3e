package org.clickgaussian.gl;

/**
 * How long one waits for something that may never happen. Only the time spent looking counts: a
 * machine that slept in between has not waited.
 */
final class Patience {
  /** More than lies between two looks while the machine is awake, nanoseconds. */
  private static final long LONGEST_LOOK = 2_000_000_000L;

  private final long limit;
  private long spent;
  private long lastLook = System.nanoTime();

  /** Waits for so many nanoseconds. */
  Patience(long limit) {
    this.limit = limit;
  }

  /** Called again and again while waiting: whether it has been long enough. */
  boolean isOver() {
    long now = System.nanoTime();
    spent += Math.min(now - lastLook, LONGEST_LOOK);
    lastLook = now;
    return spent > limit;
  }

  /** Starts anew: there was a sign of life. */
  void renew() {
    spent = 0;
    lastLook = System.nanoTime();
  }
}

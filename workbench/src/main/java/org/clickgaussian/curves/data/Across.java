package org.clickgaussian.curves.data;

/** What is laid along the horizontal axis. */
public enum Across {
  /** The iteration. */
  ITERATION,
  /** Seconds of training; breaks between stopping and resuming do not count. */
  TIME
}

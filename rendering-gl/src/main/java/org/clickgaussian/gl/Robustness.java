package org.clickgaussian.gl;

import java.util.List;

/**
 * What is asked of a driver beside OpenGL: that it tells when it resets the device, instead of
 * going on with memory that holds anything, and that a kernel which reaches beyond a buffer harms
 * nothing else. Not every driver offers both, some refuse a context for asking.
 *
 * @param told whether resets are told
 * @param bounded whether accesses are kept within buffers
 */
record Robustness(boolean told, boolean bounded) {
  /** Where this is false, accesses are not bounded: to measure what that costs. */
  private static final String PROPERTY = "clickgaussian.gl.bounded";

  /** What to ask for, one after the other until a context is given. */
  static List<Robustness> wishes() {
    boolean bounded = !"false".equals(System.getProperty(PROPERTY));
    return List.of(
        new Robustness(true, bounded), new Robustness(true, false), new Robustness(false, false));
  }
}

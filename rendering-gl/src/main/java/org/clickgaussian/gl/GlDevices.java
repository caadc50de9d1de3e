package org.clickgaussian.gl;

/** Which devices a context may be opened on. */
public enum GlDevices {
  /** A graphics processor; drivers that compute on the processor do not count. */
  HARDWARE,

  /** A graphics processor if there is one, else a driver that computes on the processor. */
  ANY;

  /** Whether a device may be used. */
  boolean accepts(GpuReport report) {
    return this == ANY || !report.isSoftware();
  }
}

package org.clickgaussian.gl;

import java.time.Duration;

/**
 * How long a device may let one wait before it counts as lost.
 *
 * @param device until it has done the work that was handed to it; drivers reset a device themselves
 *     when one kernel takes longer than 2 to 10 seconds
 * @param driver until a function of the driver returns, as a sign of life; compiling a shader for
 *     the first time takes tens of seconds with some
 */
record WaitLimits(Duration device, Duration driver) {
  private static final WaitLimits HARDWARE =
      new WaitLimits(Duration.ofMinutes(1), Duration.ofMinutes(3));

  /** A driver that computes on the processor cannot hang, but is slow. */
  private static final WaitLimits SOFTWARE =
      new WaitLimits(Duration.ofHours(1), Duration.ofHours(2));

  static WaitLimits of(GpuReport report) {
    return report.isSoftware() ? SOFTWARE : HARDWARE;
  }
}

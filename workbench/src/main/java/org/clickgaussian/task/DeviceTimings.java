package org.clickgaussian.task;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTimer;

/**
 * Times work on a graphics processor by the device's own clock. Drivers that compute on the
 * processor have none that is of use; there it is the processor's.
 */
final class DeviceTimings {
  private static final int WARM_UPS = 3;
  private static final int FEWEST = 5;

  private DeviceTimings() {}

  /**
   * Repeats work: a few times for nothing, then until the time span is used up, but a few times at
   * least.
   *
   * @param seconds of the processor's clock, what is not timed included
   * @param prepare before every repetition, not timed
   * @param work gives commands to the device; on the context's thread
   */
  static Timings of(GlContext context, double seconds, Runnable prepare, Runnable work) {
    return context.call(
        () -> {
          List<Double> times = new ArrayList<>();
          try (GlTimer timer = context.timer()) {
            for (int i = 0; i < WARM_UPS; i++) {
              once(context, timer, prepare, work);
            }
            long end = System.nanoTime() + (long) (seconds * 1e9);
            while (times.size() < FEWEST || System.nanoTime() < end) {
              times.add(once(context, timer, prepare, work));
            }
          }
          return Timings.ofSeconds(times);
        });
  }

  private static double once(GlContext context, GlTimer timer, Runnable prepare, Runnable work) {
    prepare.run();
    context.finish();
    long began = System.nanoTime();
    timer.begin();
    work.run();
    timer.end();
    if (context.report().isSoftware()) {
      context.finish();
      return 1e-9 * (System.nanoTime() - began);
    }
    return 1e-3 * timer.milliseconds();
  }
}

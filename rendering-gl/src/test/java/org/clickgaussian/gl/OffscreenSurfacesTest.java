package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OffscreenSurfacesTest {
  private static final int ROUNDS = 8;

  /** Opened and closed on one thread; the version that its driver told. */
  private static String version(Supplier<OffscreenSurfaces.Opened> way) {
    OffscreenSurfaces.Opened opened = way.get();
    try (OffscreenSurface surface = opened.surface()) {
      assertThat(surface.description()).isNotEmpty();
      return opened.report().version();
    }
  }

  private static Void again(Supplier<OffscreenSurfaces.Opened> way) {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(version(way)).isNotEmpty();
    }
    return null;
  }

  /** A display without any window may begin anew meanwhile. */
  private static GlContext windowOrSkip() {
    try {
      return GlContext.openOnWindow();
    } catch (GlException e) {
      return Assumptions.abort(e.getMessage());
    }
  }

  /** Functions are looked up in one place at a time; here each way wants another. */
  @Test
  void bothWaysMayBeGoneAtOnce() throws Exception {
    Supplier<OffscreenSurfaces.Opened> onDevice = () -> OffscreenSurfaces.open(GlDevices.ANY);
    try (GlContext window = windowOrSkip();
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      assertThat(window.report().surface()).isEqualTo("hidden window");
      Callable<Void> one = () -> again(OffscreenSurfaces::openWindow);
      Callable<Void> other = () -> again(onDevice);
      for (Future<Void> done : threads.invokeAll(List.of(one, other))) {
        done.get();
      }
    }
  }
}

package org.clickgaussian.gl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the device to compute on: the first graphics processor among the EGL devices, then a hidden
 * window, then, if they may, drivers that compute on the processor.
 */
final class OffscreenSurfaces {
  /** A context that is current on this thread, and what its driver says. */
  record Opened(OffscreenSurface surface, GpuReport report) {}

  /** One way to a context. */
  @FunctionalInterface
  private interface Way {
    OffscreenSurface open();
  }

  private OffscreenSurfaces() {}

  /**
   * Opens a context on this thread.
   *
   * @throws GlException that says what was tried, if there is none
   */
  static Opened open(GlDevices devices) {
    if (isMac()) {
      throw new GlException("macOS has no OpenGL 4.3, it ends with 4.1");
    }
    GlFunctions.prepare();
    Set<String> reasons = new LinkedHashSet<>();
    List<Way> ways = ways();
    Way software = null;
    for (Way way : ways) {
      Opened opened = attempt(way, reasons);
      if (opened != null && !opened.report().isSoftware()) {
        return opened;
      }
      if (opened != null) {
        software = software == null ? way : software;
        reasons.add(opened.report().renderer() + " computes on the processor");
        opened.surface().close();
      }
    }
    Opened last = software != null && devices == GlDevices.ANY ? attempt(software, reasons) : null;
    if (last == null) {
      if (reasons.isEmpty()) {
        reasons.add("there is neither an EGL device nor a display");
      }
      throw new GlException(
          "no graphics processor with OpenGL 4.3 was found (" + String.join("; ", reasons) + ")");
    }
    return last;
  }

  /** Opens the context of a hidden window on this thread. */
  static Opened openWindow() {
    GlFunctions.prepare();
    Set<String> reasons = new LinkedHashSet<>();
    Opened opened = isHeadless() ? null : attempt(HiddenWindow::open, reasons);
    if (opened == null) {
      String reason = reasons.isEmpty() ? "there is no display" : String.join("; ", reasons);
      throw new GlException("no hidden window can be opened: " + reason);
    }
    return opened;
  }

  private static List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    List<Long> devices = EglSurface.devices();
    for (int i = 0; i < devices.size(); i++) {
      int number = i;
      ways.add(() -> EglSurface.open(devices.get(number), number));
    }
    if (!isHeadless()) {
      ways.add(HiddenWindow::open);
    }
    return ways;
  }

  /** Whether opening a window is known to fail or to be unwelcome. */
  private static boolean isHeadless() {
    String system = System.getProperty("os.name", "");
    boolean linux = system.startsWith("Linux");
    boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    return linux && !display;
  }

  private static boolean isMac() {
    return System.getProperty("os.name", "").startsWith("Mac");
  }

  private static Opened attempt(Way way, Set<String> reasons) {
    OffscreenSurface surface;
    try {
      surface = way.open();
    } catch (GlException e) {
      reasons.add(e.getMessage());
      return null;
    }
    try {
      surface.load();
      return new Opened(surface, GpuProbe.report(surface.description()));
    } catch (IllegalStateException e) {
      // A driver that lacks functions of the version it says it has.
      surface.close();
      reasons.add(surface.description() + ": " + e.getMessage());
      return null;
    }
  }
}

package org.clickgaussian.app;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.splat.device.RenderingDevice;

/** What the window's scenes are drawn on: opened when the first scene is, kept until the end. */
final class SharedDevice implements Supplier<RenderingDevice>, AutoCloseable {
  private final Backend backend;
  private final Consumer<String> notices;
  private RenderingDevice device;

  /**
   * Opens nothing yet.
   *
   * @param notices takes a sentence when the graphics processor fails; from any thread
   */
  SharedDevice(Backend backend, Consumer<String> notices) {
    this.backend = backend;
    this.notices = notices;
  }

  @Override
  public synchronized RenderingDevice get() {
    if (device == null) {
      device = RenderingDevice.open(backend);
      device.onFallback(notices);
    }
    return device;
  }

  @Override
  public synchronized void close() {
    if (device != null) {
      device.close();
    }
  }
}

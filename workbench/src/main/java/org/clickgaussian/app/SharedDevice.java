package org.clickgaussian.app;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.io.InputException;
import org.clickgaussian.settings.ComputedTask;
import org.clickgaussian.settings.DeviceChoice;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.splat.device.RenderingDevice;

/**
 * What the window's scenes are drawn on: opened when the first scene is. When another device is
 * chosen, it is the one that is given out from then on, and the one before ends with the last scene
 * that is drawn on it.
 */
final class SharedDevice implements Supplier<RenderingDevice>, AutoCloseable {
  private final DeviceChoice choice;
  private final Consumer<String> notices;
  private Backend backend;
  private volatile RenderingDevice device;

  /**
   * Opens nothing yet.
   *
   * @param notices takes a sentence when the graphics processor fails; from any thread
   */
  SharedDevice(DeviceChoice choice, Consumer<String> notices) {
    this.choice = choice;
    this.notices = notices;
  }

  /**
   * The device that is chosen now. A graphics processor that the preferences name and that is not
   * there is told of, and the processor takes its place.
   *
   * @throws InputException if the command line names OpenGL and there is none
   */
  @Override
  public synchronized RenderingDevice get() {
    Backend wanted = choice.of(ComputedTask.PICTURES);
    if (device == null || wanted != backend) {
      RenderingDevice next = open(wanted);
      next.onFallback(notices);
      if (device != null) {
        device.retire();
      }
      device = next;
      backend = wanted;
    }
    return device;
  }

  private RenderingDevice open(Backend wanted) {
    try {
      return RenderingDevice.open(wanted);
    } catch (InputException e) {
      if (choice.given().isPresent()) {
        throw e;
      }
      notices.accept(e.getMessage());
      return RenderingDevice.processor(e.getMessage());
    }
  }

  /** Why pictures are drawn on the processor, if a graphics processor might have been used. */
  Optional<String> reason() {
    return Optional.ofNullable(device).flatMap(RenderingDevice::reason);
  }

  @Override
  public synchronized void close() {
    if (device != null) {
      device.close();
    }
  }
}

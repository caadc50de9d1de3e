package org.clickgaussian.settings;

import java.util.Optional;
import java.util.function.Supplier;
import org.clickgaussian.splat.device.Backend;

/**
 * Which device is asked for: what the command line named, for as long as the window is open, else
 * what the settings say at the moment. From any thread.
 *
 * @param given what the command line named; empty if it left that to the settings
 * @param settings those that hold now
 */
public record DeviceChoice(Optional<Backend> given, Supplier<Settings> settings) {
  /** The device for a task, as of now. */
  public Backend of(ComputedTask task) {
    return given.orElseGet(() -> task.backend(settings.get()));
  }
}

package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.Window;
import org.clickgaussian.settings.SettingsFile;
import org.clickgaussian.splat.device.Backend;

/**
 * What the window finds around it; tests give it their own.
 *
 * @param settings where it keeps what it remembers
 * @param samples the folder for the sample scene
 * @param choosers makes what asks for files, given the window
 * @param backend what is computed on, whatever the preferences say; empty to follow them
 */
public record Surroundings(
    SettingsFile settings,
    Path samples,
    Function<Window, FileChoosers> choosers,
    Optional<Backend> backend) {
  /** Computed on what the preferences say. */
  public Surroundings(
      SettingsFile settings, Path samples, Function<Window, FileChoosers> choosers) {
    this(settings, samples, choosers, Optional.empty());
  }

  /** The person's own settings, home and choosers. */
  static Surroundings ofThisMachine() {
    return new Surroundings(
        SettingsFile.ofThisMachine(),
        Path.of(System.getProperty("user.home"), "Click-Gaussian", "sample"),
        SystemChoosers::new);
  }

  /** The same with settings that nobody made, kept beside the pictures while they are taken. */
  Surroundings withoutMemory(Path folder) {
    return new Surroundings(new SettingsFile(memoryOf(folder)), samples, choosers, backend);
  }

  /** The same computed on something else; empty for what the preferences say. */
  Surroundings with(Optional<Backend> other) {
    return new Surroundings(settings, samples, choosers, other);
  }

  /** The file of the settings that are kept beside pictures. */
  static Path memoryOf(Path folder) {
    return folder.resolve(".settings.json");
  }
}

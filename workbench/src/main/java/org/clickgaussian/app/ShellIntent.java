package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.Optional;

/** What a person wants of the window's frame. */
public sealed interface ShellIntent {
  /** Open a scene folder or a splat, with a run of it if one is named. */
  record OpenScene(Path path, Optional<Path> run) implements ShellIntent {}

  /** Answer clicks from a run of the open scene. */
  record UseRun(Path run) implements ShellIntent {}

  /** Go back to the start page. */
  record CloseScene() implements ShellIntent {}

  /** Take a scene off the list of recent ones. */
  record ForgetScene(Path scene) implements ShellIntent {}

  /** Take all scenes that are not there any more off that list. */
  record ForgetVanished() implements ShellIntent {}

  /** Generate the sample scene and open it. */
  record GenerateSample() implements ShellIntent {}

  /** Train a quick run of the open scene from a folder of masks and use it. */
  record TrainQuickly(Path masks) implements ShellIntent {}

  /** Look at a mask set of the open scene. */
  record ShowMasks(Path masks) implements ShellIntent {}

  /** Draw the open scene on the device that is chosen now. */
  record FollowDevice() implements ShellIntent {}

  /** Say where a folder lies. */
  record TellPlace(Path folder) implements ShellIntent {}
}

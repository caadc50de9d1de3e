package org.clickgaussian.app.start;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What a window is opened for. All but a window that stays close by themselves. */
public sealed interface WindowErrand {
  /** A person works with it. */
  record Stay() implements WindowErrand {}

  /**
   * It is only measured how fast it comes.
   *
   * @param shown run when the window is on the screen
   */
  record Appear(Runnable shown) implements WindowErrand {}

  /**
   * Pictures are taken of every pane and mode.
   *
   * @param folder where they go
   */
  record TakePictures(Path folder) implements WindowErrand {}

  /**
   * It is used at random for a long time.
   *
   * @param answer told what came of it
   */
  record Soak(SoakPlan plan, Consumer<SoakReport> answer) implements WindowErrand {}

  /**
   * Its pulses are measured beside a training, which leaves nothing behind.
   *
   * @param answer told what came of it
   */
  record MeasurePulses(PulsePlan plan, Consumer<PulseReport> answer) implements WindowErrand {}
}

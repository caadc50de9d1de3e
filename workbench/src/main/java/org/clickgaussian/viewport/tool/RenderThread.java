package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import java.util.function.Function;
import org.clickgaussian.viewport.frame.FrameSource;

/** Answers questions about the frame on the screen, as {@code Viewport.ask} does. */
public interface RenderThread {
  /**
   * Asks.
   *
   * @param question answered on the thread that renders
   * @param answer takes the result on the window's thread
   */
  <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer);
}

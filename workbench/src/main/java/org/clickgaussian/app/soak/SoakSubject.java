package org.clickgaussian.app.soak;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.viewport.frame.ViewportFrame;

/** The window as a soak uses it. */
public interface SoakSubject {
  /** What the pointer acts on. */
  Region viewport();

  /** What can be done. */
  ActionRegistry actions();

  /** The open scene. */
  SceneDocument document();

  /** The frame on the screen. */
  Optional<ViewportFrame> frame();

  /** Whether the camera is on its way or a task is running. */
  boolean isBusy();

  /** Runs something once every question asked so far, such as a click's, has been answered. */
  void whenAnswered(Runnable then);

  /** What went wrong since the window was opened, a sentence each. */
  Iterable<String> failures();
}

package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.clickgaussian.document.SceneDocument;

/** The window's frame as the masks pane uses it. */
interface SceneShell {
  /**
   * Opens a scene in the window.
   *
   * @param shown called when it is shown, on the window's thread
   */
  void open(Path scene, Consumer<SceneDocument> shown);

  /** Trains a quick run of the open scene from a folder of masks, and uses it. */
  void train(Path masks);
}

package org.clickgaussian.app;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * What tests in a window begin with: a window, which is opened before and closed after each, in a
 * folder of its own.
 */
public abstract class WindowFixture extends ApplicationTest {
  /** For the window's settings, and for the test's files. */
  @TempDir protected Path folder;

  /** The window. */
  protected OpenWindow window;

  /** What it is shown on. */
  protected Stage stage;

  @Override
  public void start(Stage shown) {
    stage = shown;
    window = new OpenWindow(shown, folder);
  }

  /** Closes the window. */
  @AfterEach
  public void closeWindow() throws Exception {
    window.onWindow(() -> window.workbench().closeWindow());
    FxToolkit.cleanupStages();
  }
}

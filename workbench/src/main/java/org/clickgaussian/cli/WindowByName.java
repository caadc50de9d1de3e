package org.clickgaussian.cli;

import org.clickgaussian.app.start.WindowOptions;
import org.clickgaussian.app.start.WindowProgram;
import org.clickgaussian.io.InputException;

/**
 * The window, loaded by its name when it is asked for: the commands work where JavaFX is absent.
 */
final class WindowByName implements WindowProgram {
  private volatile WindowProgram program;

  @Override
  public int open(WindowOptions options) {
    program = load();
    return program.open(options);
  }

  @Override
  public void close() {
    WindowProgram opened = program;
    if (opened != null) {
      opened.close();
    }
  }

  private static WindowProgram load() {
    try {
      Class.forName("javafx.application.Platform");
      return Class.forName(IMPLEMENTATION)
          .asSubclass(WindowProgram.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | NoClassDefFoundError e) {
      throw new InputException(
          "The window cannot be opened, because JavaFX is not there; the other commands work.", e);
    }
  }
}

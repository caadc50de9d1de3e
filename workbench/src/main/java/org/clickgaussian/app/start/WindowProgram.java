package org.clickgaussian.app.start;

/** The window as a program. */
@FunctionalInterface
public interface WindowProgram {
  /** The class that the window's implementation is loaded by. */
  String IMPLEMENTATION = "org.clickgaussian.app.WorkbenchProgram";

  /**
   * Opens the window and waits until it is closed. Once in the life of a program.
   *
   * @return the exit status: 0 for a window that was closed, 1 for a gallery that failed
   * @throws org.clickgaussian.io.InputException if there is no screen to open it on
   */
  int open(WindowOptions options);

  /** Asks the window to close; from any thread. Does nothing where there is none. */
  default void close() {}
}

package org.clickgaussian.gl;

/** What an operating system needs before OpenGL can be called on a thread, current there. */
interface OffscreenSurface extends AutoCloseable {
  /** How it was made, such as "EGL device 0". */
  String description();

  /**
   * Has the functions of OpenGL looked up for its thread.
   *
   * @throws IllegalStateException if the driver lacks some of the version that it says it has
   */
  void load();

  /** Gives it back, on its thread. */
  @Override
  void close();
}

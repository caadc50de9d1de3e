package org.clickgaussian.gl;

/** What an operating system needs before OpenGL can be called on a thread, current there. */
interface OffscreenSurface extends AutoCloseable {
  /** How it was made, such as "EGL device 0". */
  String description();

  /** Gives it back, on its thread. */
  @Override
  void close();
}

package org.clickgaussian.gl;

import java.nio.ByteBuffer;
import org.lwjgl.egl.EGL10;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.FunctionProvider;

/**
 * Where the functions of OpenGL are looked up. EGL finds them itself, also on machines that have no
 * library for windows.
 */
final class GlFunctions {
  private enum Source {
    NONE,
    EGL,
    WINDOW
  }

  private static Source source = Source.NONE;

  private GlFunctions() {}

  /** Sets up the binding, before any other class of it is used. */
  static synchronized void prepare() {
    Configuration.OPENGL_EXPLICIT_INIT.set(true);
    if (Configuration.MEMORY_BACKEND.get() == null) {
      // The other one warns about what later versions of Java take away.
      Configuration.MEMORY_BACKEND.set("ffm");
    }
  }

  /**
   * Looks the functions up for the context that is current. At once with choosing where: a context
   * that is opened at the same time in another way would take that away in between.
   */
  static synchronized void loadFromEgl() {
    useEgl();
    GL.createCapabilities(true);
  }

  /** The same for the context of a window. */
  static synchronized void loadFromWindowSystem() {
    useWindowSystem();
    GL.createCapabilities(true);
  }

  private static void useEgl() {
    if (source == Source.EGL) {
      return;
    }
    forget();
    GL.create(
        new FunctionProvider() {
          @Override
          public long getFunctionAddress(ByteBuffer name) {
            return EGL10.eglGetProcAddress(name);
          }
        });
    source = Source.EGL;
  }

  private static void useWindowSystem() {
    if (source == Source.WINDOW) {
      return;
    }
    forget();
    GL.create();
    source = Source.WINDOW;
  }

  private static void forget() {
    if (source != Source.NONE) {
      GL.destroy();
      source = Source.NONE;
    }
  }
}

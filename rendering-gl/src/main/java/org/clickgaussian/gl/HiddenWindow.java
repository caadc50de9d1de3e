package org.clickgaussian.gl;

import java.util.concurrent.atomic.AtomicInteger;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryUtil;

/** The context of a window that is never shown (GLFW), where there is no EGL device. */
final class HiddenWindow implements OffscreenSurface {
  private static final int[] MINOR_VERSIONS = {6, 5, 4, 3};

  /** GLFW may be ended only after its last window. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final long window;

  private HiddenWindow(long window) {
    this.window = window;
  }

  /**
   * Makes the context of a hidden window current on this thread.
   *
   * @throws GlException if there is no window system, or it offers no OpenGL 4.3
   */
  static HiddenWindow open() {
    try {
      return create();
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
      throw new GlException("the library for hidden windows (GLFW) cannot be loaded", e);
    }
  }

  /** One at a time: contexts live on threads of their own, and GLFW keeps one list of windows. */
  private static synchronized HiddenWindow create() {
    GLFW.glfwSetErrorCallback(null);
    if (System.getenv("DISPLAY") != null && System.getenv("WAYLAND_DISPLAY") == null) {
      // Else Wayland is tried first, whose library complains on the console.
      GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
    }
    if (!GLFW.glfwInit()) {
      throw new GlException("there is no window system to open a hidden window on");
    }
    OPEN.incrementAndGet();
    for (Robustness wish : Robustness.wishes()) {
      for (int minor : MINOR_VERSIONS) {
        long window = create(minor, wish);
        if (window != MemoryUtil.NULL) {
          GLFW.glfwMakeContextCurrent(window);
          return new HiddenWindow(window);
        }
      }
    }
    endIfLast();
    throw new GlException("the window system offers no OpenGL 4.3");
  }

  /** Null where the driver refuses; GLFW knows no way to be told of resets but with bounds. */
  private static long create(int minor, Robustness wish) {
    GLFW.glfwDefaultWindowHints();
    GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
    GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MAJOR, 4);
    GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MINOR, minor);
    GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_PROFILE, GLFW.GLFW_OPENGL_CORE_PROFILE);
    GLFW.glfwWindowHint(
        GLFW.GLFW_CONTEXT_ROBUSTNESS,
        wish.told() ? GLFW.GLFW_LOSE_CONTEXT_ON_RESET : GLFW.GLFW_NO_ROBUSTNESS);
    return GLFW.glfwCreateWindow(16, 16, "", MemoryUtil.NULL, MemoryUtil.NULL);
  }

  private static void endIfLast() {
    if (OPEN.decrementAndGet() == 0) {
      GLFW.glfwTerminate();
    }
  }

  @Override
  public String description() {
    return "hidden window";
  }

  @Override
  public void load() {
    GlFunctions.loadFromWindowSystem();
  }

  @Override
  public void close() {
    GL.setCapabilities(null);
    synchronized (HiddenWindow.class) {
      GLFW.glfwMakeContextCurrent(MemoryUtil.NULL);
      GLFW.glfwDestroyWindow(window);
      endIfLast();
    }
  }
}

package org.clickgaussian.gl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.egl.EGL14;
import org.lwjgl.egl.EGL15;
import org.lwjgl.egl.EGLCapabilities;
import org.lwjgl.egl.EXTDeviceEnumeration;
import org.lwjgl.egl.EXTPlatformBase;
import org.lwjgl.egl.EXTPlatformDevice;
import org.lwjgl.egl.KHRCreateContext;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryStack;

/**
 * A context of an EGL device, without display server, surface or window (EGL_EXT_platform_device,
 * EGL_KHR_surfaceless_context).
 */
final class EglSurface implements OffscreenSurface {
  private static final int[] MINOR_VERSIONS = {6, 5, 4, 3};

  private final long display;
  private final long context;
  private final String description;

  private EglSurface(long display, long context, String description) {
    this.display = display;
    this.context = context;
    this.description = description;
  }

  /** The devices of this machine, most likely the fastest first; empty without EGL. */
  static List<Long> devices() {
    EGLCapabilities client = clientCapabilities();
    if (client == null || client.eglQueryDevicesEXT == 0 || client.eglGetPlatformDisplayEXT == 0) {
      return List.of();
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer found = stack.mallocPointer(32);
      int[] count = new int[1];
      if (!EXTDeviceEnumeration.eglQueryDevicesEXT(found, count)) {
        return List.of();
      }
      List<Long> devices = new ArrayList<>();
      for (int i = 0; i < count[0]; i++) {
        devices.add(found.get(i));
      }
      return devices;
    }
  }

  private static EGLCapabilities clientCapabilities() {
    try {
      return EGL.getCapabilities();
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
      return null;
    }
  }

  /**
   * Makes a context of a device current on this thread.
   *
   * @param number of the device, for messages
   * @throws GlException if the device gives none
   */
  static EglSurface open(long device, int number) {
    long display =
        EXTPlatformBase.eglGetPlatformDisplayEXT(
            EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT, device, (int[]) null);
    int[] major = new int[1];
    int[] minor = new int[1];
    if (display == EGL10.EGL_NO_DISPLAY || !EGL10.eglInitialize(display, major, minor)) {
      throw new GlException("EGL device %d cannot be opened".formatted(number));
    }
    EGL.createDisplayCapabilities(display, major[0], minor[0]);
    EGL12.eglBindAPI(EGL14.EGL_OPENGL_API);
    long context = createContext(display);
    boolean current =
        context != EGL10.EGL_NO_CONTEXT
            && EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, context);
    if (!current) {
      // The display stays: it is the same one for every context of the device in this process.
      if (context != EGL10.EGL_NO_CONTEXT) {
        EGL10.eglDestroyContext(display, context);
      }
      throw new GlException(
          "EGL device %d offers no OpenGL 4.3 without a window".formatted(number));
    }
    return new EglSurface(display, context, "EGL device " + number);
  }

  private static long createContext(long display) {
    long config = chooseConfig(display);
    if (config == 0) {
      return EGL10.EGL_NO_CONTEXT;
    }
    for (Robustness wish : Robustness.wishes()) {
      for (int minor : MINOR_VERSIONS) {
        int[] attributes = attributes(display, minor, wish);
        long context = EGL10.eglCreateContext(display, config, EGL10.EGL_NO_CONTEXT, attributes);
        if (context != EGL10.EGL_NO_CONTEXT) {
          return context;
        }
      }
    }
    return EGL10.EGL_NO_CONTEXT;
  }

  private static int[] attributes(long display, int minor, Robustness wish) {
    IntStream.Builder attributes = IntStream.builder();
    attributes.add(EGL15.EGL_CONTEXT_MAJOR_VERSION).add(4);
    attributes.add(EGL15.EGL_CONTEXT_MINOR_VERSION).add(minor);
    attributes
        .add(EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK)
        .add(EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT);
    if (wish.told()) {
      attributes
          .add(EGL15.EGL_CONTEXT_OPENGL_RESET_NOTIFICATION_STRATEGY)
          .add(EGL15.EGL_LOSE_CONTEXT_ON_RESET);
    }
    if (wish.bounded() && isVersion15(display)) {
      attributes.add(EGL15.EGL_CONTEXT_OPENGL_ROBUST_ACCESS).add(EGL10.EGL_TRUE);
    } else if (wish.bounded()) {
      attributes
          .add(KHRCreateContext.EGL_CONTEXT_FLAGS_KHR)
          .add(KHRCreateContext.EGL_CONTEXT_OPENGL_ROBUST_ACCESS_BIT_KHR);
    }
    return attributes.add(EGL10.EGL_NONE).build().toArray();
  }

  private static boolean isVersion15(long display) {
    String version = EGL10.eglQueryString(display, EGL10.EGL_VERSION);
    return version != null && !version.startsWith("1.4");
  }

  private static long chooseConfig(long display) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer config = stack.mallocPointer(1);
      int[] count = new int[1];
      // Any kind of surface will do, also none: what counts otherwise is one for windows.
      int[] wanted = {
        EGL10.EGL_SURFACE_TYPE, 0, EGL12.EGL_RENDERABLE_TYPE, EGL14.EGL_OPENGL_BIT, EGL10.EGL_NONE
      };
      boolean found = EGL10.eglChooseConfig(display, wanted, config, count);
      return found && count[0] > 0 ? config.get(0) : 0;
    }
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void load() {
    GlFunctions.loadFromEgl();
  }

  @Override
  public void close() {
    GL.setCapabilities(null);
    EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
    EGL10.eglDestroyContext(display, context);
  }
}

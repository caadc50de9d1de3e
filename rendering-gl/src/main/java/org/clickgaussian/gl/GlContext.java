package org.clickgaussian.gl;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.lwjgl.opengl.ARBRobustness;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL45C;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.opengl.KHRRobustness;

/**
 * OpenGL on a thread of its own, without a window. Work is handed over with {@link #call} and
 * {@link #run}; everything else here and on what comes from here happens inside such work, unless
 * it says otherwise.
 *
 * <p>After a whole piece of work the driver is asked whether the device is still there; once it is
 * lost, every further piece fails with {@link GlLostException}.
 */
public final class GlContext implements AutoCloseable {
  private static final long LARGEST_PART_WORDS = 1L << 28;

  private final GlThread thread = new GlThread();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong allocatedBytes = new AtomicLong();
  private final Map<String, GlKernel> kernels = new HashMap<>();
  private volatile BinaryOperator<String> rewriting = (name, text) -> text;
  private final long partWords;
  private volatile long memoryLimit = Long.MAX_VALUE;
  private OffscreenSurface surface;
  private volatile GpuReport report;
  private volatile Doubles doubles = Doubles.UNTRIED;
  private GLCapabilities capabilities;
  private volatile String lost;

  /** On the context's thread: nothing may be called any more. */
  private boolean ended;

  private GlContext(Supplier<OffscreenSurfaces.Opened> way, long partWords) {
    try {
      thread.call(
          () -> {
            create(way.get());
            return null;
          });
    } catch (RuntimeException | Error e) {
      thread.close();
      throw e;
    }
    this.partWords =
        partWords > 0
            ? partWords
            : Math.min(
                LARGEST_PART_WORDS,
                Long.highestOneBit(Math.max(4, report.limits().storageBlockBytes() / 4)));
    try {
      run(this::tryOut);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void tryOut() {
    if (report.subgroupSize() > 0 && !SubgroupProbe.holds(this)) {
      report = report.withSubgroups(0);
    }
    doubles = report.isSoftware() ? Doubles.UNTRIED : DoublesProbe.measure(this);
  }

  /**
   * Opens a context.
   *
   * @throws GlException if no such device has OpenGL 4.3
   */
  public static GlContext open(GlDevices devices) {
    return open(devices, 0);
  }

  /**
   * Opens a context whose buffers are split in smaller parts than the driver needs.
   *
   * @param partWords the most 32-bit words in a part, a power of two of at least 4; 0 for what the
   *     driver allows
   * @throws GlException if no such device has OpenGL 4.3
   */
  public static GlContext open(GlDevices devices, long partWords) {
    if (partWords != 0 && (partWords < 4 || Long.bitCount(partWords) != 1)) {
      throw new IllegalArgumentException("parts of " + partWords + " words");
    }
    return new GlContext(() -> OffscreenSurfaces.open(devices), partWords);
  }

  /**
   * Opens a context of a hidden window, whatever other ways there are.
   *
   * @throws GlException if there is no display, or it has no OpenGL 4.3
   */
  static GlContext openOnWindow() {
    return new GlContext(OffscreenSurfaces::openWindow, 0);
  }

  private void create(OffscreenSurfaces.Opened opened) {
    surface = opened.surface();
    report = opened.report();
    capabilities = GL.getCapabilities();
    DebugMessages.listen(capabilities);
  }

  /** What the device is and can do, as it was when the context was opened; from any thread. */
  public GpuReport report() {
    return report;
  }

  /** Whether kernels compute in double precision where it matters; from any thread. */
  public Doubles doubles() {
    return doubles;
  }

  /** Runs work on the context's thread and waits for it; from any thread. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Runs work on the context's thread and waits for its result; from any thread. What the work
   * throws is thrown here.
   *
   * @throws GlLostException if the device is lost
   */
  public <T> T call(Supplier<T> work) {
    if (thread.isCurrent()) {
      return work.get();
    }
    return thread.call(
        () -> {
          requireDevice();
          try {
            T result = work.get();
            checkDevice();
            return result;
          } catch (GlException e) {
            throw lostOr(e);
          }
        });
  }

  /** What failed, or that the device was lost, if that is why. */
  private GlException lostOr(GlException failure) {
    noteReset();
    if (lost == null || failure instanceof GlLostException) {
      return failure;
    }
    GlLostException loss = new GlLostException(lost);
    loss.addSuppressed(failure);
    return loss;
  }

  /**
   * Runs something on the thread some time later, for what is let go elsewhere; nothing once the
   * context is closed. From any thread.
   */
  public void later(Runnable work) {
    thread.later(
        () -> {
          if (!ended) {
            work.run();
          }
        });
  }

  /**
   * Like {@link #later}, but now where this is the context's thread: a buffer that is made anew in
   * the midst of long work must not take room twice until the work ends.
   */
  void soon(Runnable work) {
    if (!thread.isCurrent()) {
      later(work);
    } else if (!ended) {
      work.run();
    }
  }

  /**
   * Gives the device up as if it were lost: further work fails with {@link GlLostException}.
   *
   * @param reason a sentence for a person
   */
  public void abandon(String reason) {
    lost = reason;
  }

  private void requireDevice() {
    if (lost != null) {
      throw new GlLostException(lost);
    }
  }

  private void checkDevice() {
    noteReset();
    requireDevice();
    check("a command");
  }

  private void noteReset() {
    if (lost == null && resetStatus() != GL11C.GL_NO_ERROR) {
      noteLoss();
    }
  }

  private void noteLoss() {
    lost = report.renderer() + " was reset by its driver";
  }

  private int resetStatus() {
    if (capabilities.OpenGL45) {
      return GL45C.glGetGraphicsResetStatus();
    }
    if (capabilities.GL_KHR_robustness) {
      return KHRRobustness.glGetGraphicsResetStatus();
    }
    return capabilities.GL_ARB_robustness
        ? ARBRobustness.glGetGraphicsResetStatusARB()
        : GL11C.GL_NO_ERROR;
  }

  /** Turns an error that the driver has noted into an exception. */
  void check(String what) {
    int error = GL11C.glGetError();
    if (error == GL45C.GL_CONTEXT_LOST) {
      noteLoss();
      requireDevice();
    }
    if (error == GL11C.GL_OUT_OF_MEMORY) {
      throw new GlMemoryException(report.renderer() + " has no memory left for " + what);
    }
    if (error != GL11C.GL_NO_ERROR) {
      throw new GlException("OpenGL refused %s (error 0x%04x)".formatted(what, error));
    }
  }

  /**
   * Memory of the device, zeroed.
   *
   * @param words how many 32-bit words
   * @throws GlMemoryException if the device has not so much left
   */
  public GlBuffer buffer(long words) {
    return new GlBuffer(this, words, partWords);
  }

  /**
   * A compute shader from a resource; the same one for the same arguments. Compiled when it is
   * first used.
   *
   * @param beside a class of the package that the resource lies in
   * @param name file name of the resource
   * @param defines macros that the shader sees
   */
  public GlKernel kernel(Class<?> beside, String name, Map<String, String> defines) {
    String key = beside.getPackageName() + "/" + name + new TreeMap<>(defines);
    return kernels.computeIfAbsent(
        key, each -> new GlKernel(this, beside, name, new TreeMap<>(defines)));
  }

  /** The text of a shader for the compiler. */
  String rewritten(String name, String text) {
    return rewriting.apply(name, text);
  }

  /**
   * Has the text of every shader that is compiled from now on changed: for tests, to what a wrong
   * compiler would make of it.
   *
   * @param change of a name and a text
   */
  void rewrite(BinaryOperator<String> change) {
    rewriting = change;
  }

  /** For tests: has kernels that are made from now on use subgroups of a size. */
  void pretendSubgroups(int size) {
    report = report.withSubgroups(size);
  }

  /**
   * Does without subgroups from now on. Before anything but a check uses the device: kernels that
   * were made before must not be used again. From any thread.
   */
  public void forgoSubgroups() {
    run(
        () -> {
          deleteKernels();
          report = report.withSubgroups(0);
        });
  }

  /** Does without doubles from now on, under the same conditions; from any thread. */
  public void forgoDoubles() {
    useDoubles(false);
  }

  /** Has kernels that are made from now on compute in doubles, or not. */
  void useDoubles(boolean used) {
    run(
        () -> {
          deleteKernels();
          doubles = new Doubles(used, doubles.slowdown());
        });
  }

  private void deleteKernels() {
    kernels.values().forEach(GlKernel::delete);
    kernels.clear();
  }

  /** A stop watch on the device. */
  public GlTimer timer() {
    return new GlTimer();
  }

  /** A ring to copy buffers to memory with while the device works on; of so many slots. */
  public GlReadback readback(int slots) {
    return new GlReadback(this, slots);
  }

  /** Waits until the device has done all it was told. */
  public void finish() {
    GL11C.glFinish();
  }

  /** Bytes in the buffers that are open; from any thread. */
  public long allocatedBytes() {
    return allocatedBytes.get();
  }

  /**
   * Memory that may be taken on the device now, in bytes: what is free, and no more than the limit
   * leaves; empty where the driver does not say and there is no limit.
   */
  public OptionalLong freeMemoryBytes() {
    OptionalLong free = GpuProbe.freeMemory(report.extensions());
    if (memoryLimit == Long.MAX_VALUE) {
      return free;
    }
    long left = Math.max(0, memoryLimit - allocatedBytes());
    return OptionalLong.of(Math.min(left, free.orElse(Long.MAX_VALUE)));
  }

  /**
   * Limits the memory that buffers may take together, for a device that others use as well: a
   * buffer beyond fails with {@link GlMemoryException}. Those that are open stay. From any thread.
   *
   * @param bytes the most bytes
   */
  public void limitMemory(long bytes) {
    memoryLimit = bytes;
  }

  /** Refuses what would go beyond the limit. */
  void requireRoom(long bytes) {
    long limit = memoryLimit;
    if (bytes > limit - allocatedBytes()) {
      throw new GlMemoryException(
          "%,d bytes do not fit in the %,d of the %,d that may be taken on %s"
              .formatted(bytes, Math.max(0, limit - allocatedBytes()), limit, report.renderer()));
    }
  }

  void allocated(long bytes) {
    allocatedBytes.addAndGet(bytes);
  }

  /** What the driver's functions are. */
  GLCapabilities capabilities() {
    return capabilities;
  }

  /** Gives the device back after the work that was handed over; from any thread. */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      thread.later(
          () -> {
            ended = true;
            deleteKernels();
            DebugMessages.stop();
            surface.close();
          });
      thread.close();
    }
  }
}

package org.clickgaussian.gl;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLCapabilities;

/**
 * OpenGL on a thread of its own, without a window. Work is handed over with {@link #call} and
 * {@link #run}; everything else here and on what comes from here happens inside such work, unless
 * it says otherwise.
 *
 * <p>After a whole piece of work the driver is asked whether the device is still there; once it is
 * lost, every further piece fails with {@link GlLostException}. A device or a driver that does not
 * answer for minutes counts as lost, too, so that whoever waits can go on without it.
 */
public final class GlContext implements AutoCloseable {
  private static final long LARGEST_PART_WORDS = 1L << 28;

  private final GlThread thread = new GlThread();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong allocatedBytes = new AtomicLong();
  private final GlKernels kernels = new GlKernels(this);
  private final long partWords;
  private volatile long memoryLimit = Long.MAX_VALUE;
  private OffscreenSurface surface;
  private volatile GpuReport report;
  private volatile Doubles doubles = Doubles.untried();
  private volatile double speed = Double.POSITIVE_INFINITY;
  private GLCapabilities capabilities;
  private DeviceHealth health;

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
    if (!report.isSoftware()) {
      // Once more afterwards: a device that had nothing to do begins slowly.
      double first = SpeedProbe.floats(this);
      double inDoubles = SpeedProbe.doubles(this);
      speed = Math.max(first, SpeedProbe.floats(this));
      doubles = Doubles.of(speed / inDoubles);
      if (!doubles.used() && inDoubles > 0 && !TwoFloatsProbe.holds(this)) {
        doubles = doubles.usedAllTheSame();
      }
    }
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
    health = new DeviceHealth(report, capabilities);
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

  /**
   * Multiplications with an addition that the device does in a second, by a short trial; infinite
   * for a driver that computes on the processor, where it was not tried. From any thread.
   */
  public double operationsPerSecond() {
    return speed;
  }

  /** For tests: takes the device for one of another speed. */
  void pretendSpeed(double operationsPerSecond) {
    speed = operationsPerSecond;
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
   * @throws GlLostException if the device is lost, also because it or its driver does not answer
   *     any more; the work may then be under way for ever
   */
  public <T> T call(Supplier<T> work) {
    if (thread.isCurrent()) {
      return work.get();
    }
    return thread.call(
        () -> {
          health.require();
          try {
            T result = work.get();
            health.noteReset();
            health.require();
            check("a command");
            return result;
          } catch (GlException e) {
            throw health.lostOr(e);
          }
        },
        health);
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
    health.abandon(reason);
  }

  /** Whether the driver tells of resets; from any thread. */
  public boolean tellsResets() {
    return call(health::tellsResets);
  }

  /** For tests: waits less long, or longer. */
  void limitWaits(WaitLimits limits) {
    health.limit(limits);
  }

  /** Whether the device is still there. */
  DeviceHealth health() {
    return health;
  }

  /** Turns an error that the driver has noted into an exception. */
  void check(String what) {
    health.check(what);
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
    return kernels.get(beside, name, defines);
  }

  /** The text of a shader for the compiler. */
  String rewritten(String name, String text) {
    return kernels.rewritten(name, text);
  }

  /** For tests: has shaders compiled as a wrong compiler would, see {@link GlKernels#rewrite}. */
  void rewrite(Predicate<String> concerned, BinaryOperator<String> change) {
    run(() -> kernels.rewrite(concerned, change));
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
          kernels.delete();
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
          kernels.delete();
          doubles = new Doubles(used, doubles.slowdown());
        });
  }

  /** A stop watch on the device. */
  public GlTimer timer() {
    return new GlTimer(this);
  }

  /** A ring to copy buffers to memory with while the device works on; of so many slots. */
  public GlReadback readback(int slots) {
    return new GlReadback(this, slots);
  }

  /** Waits until the device has done all it was told. */
  public void finish() {
    try (GlFence fence = new GlFence(health)) {
      fence.await();
    }
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
            kernels.delete();
            DebugMessages.stop();
            surface.close();
          });
      thread.close();
    }
  }
}

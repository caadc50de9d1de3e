package org.clickgaussian.splat.device;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlDevices;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.gl.GlRasterizer;
import org.clickgaussian.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device that a program splats on. Makes rasterisers, which must be closed before it. May be
 * used from several threads.
 */
public final class RenderingDevice implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RenderingDevice.class);

  private final GlContext context;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private volatile String reason;
  private volatile boolean failed;

  /** What listeners are told who come after it happened. */
  private String notice;

  private boolean retired;
  private int rasterizers;

  private RenderingDevice(GlContext context, String reason) {
    this.context = context;
    this.reason = reason;
  }

  /** This machine's processor. */
  public static RenderingDevice processor() {
    return new RenderingDevice(null, null);
  }

  /**
   * This machine's processor in place of a graphics processor.
   *
   * @param reason why, as {@link #reason} tells it
   */
  public static RenderingDevice processor(String reason) {
    return new RenderingDevice(null, reason);
  }

  /**
   * Opens what a person asked for. A graphics processor must pass a {@link DeviceCheck}; where it
   * does not, {@link Backend#AUTO} is the processor, and listeners are told why.
   *
   * @throws InputException if OpenGL was asked for and there is none, or it fails the check
   */
  public static RenderingDevice open(Backend backend) {
    return open(backend, GlContext::open);
  }

  /**
   * Opens what a person asked for, and takes no more of a graphics processor's memory than this.
   *
   * @param memoryLimit bytes; empty for what is free
   * @throws InputException if OpenGL was asked for and there is none, or it fails the check
   */
  public static RenderingDevice open(Backend backend, OptionalLong memoryLimit) {
    return open(
        backend,
        devices -> {
          GlContext context = GlContext.open(devices);
          memoryLimit.ifPresent(context::limitMemory);
          return context;
        });
  }

  /** Opens what a person asked for, with contexts made otherwise. */
  static RenderingDevice open(Backend backend, Function<GlDevices, GlContext> contexts) {
    return switch (backend) {
      case CPU -> processor();
      case GL -> graphics(contexts);
      case AUTO -> best(contexts);
    };
  }

  private static RenderingDevice graphics(Function<GlDevices, GlContext> contexts) {
    try {
      return new RenderingDevice(DeviceCheck.require(contexts.apply(GlDevices.ANY)), null);
    } catch (GlException e) {
      throw new InputException("the backend gl cannot be used: " + e.getMessage(), e);
    }
  }

  private static RenderingDevice best(Function<GlDevices, GlContext> contexts) {
    try {
      return new RenderingDevice(DeviceCheck.require(contexts.apply(GlDevices.HARDWARE)), null);
    } catch (UntrustedDeviceException e) {
      RenderingDevice processor = processor(e.getMessage());
      processor.tell("The graphics processor is not used, the processor is: " + e.getMessage());
      return processor;
    } catch (GlException e) {
      LOG.debug("computing on the processor: {}", e.getMessage());
      return processor(e.getMessage());
    }
  }

  /** OpenGL, as long as it is used; empty on the processor and after it has failed. */
  public Optional<GlContext> context() {
    return failed ? Optional.empty() : Optional.ofNullable(context);
  }

  /**
   * Why it is the processor although a graphics processor might have been used: none was found, or
   * it was lost, and when. Empty on a graphics processor, and where the processor was asked for.
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Has a sentence passed on, from any thread, when the graphics processor fails and the processor
   * goes on; at once if it has already.
   */
  public synchronized void onFallback(Consumer<String> listener) {
    listeners.add(listener);
    if (notice != null) {
      listener.accept(notice);
    }
  }

  /**
   * A rasteriser of a scene.
   *
   * @param scene what to splat; stays the caller's to close, after the rasteriser
   * @param workers threads for what the processor does; stay the caller's
   */
  public SceneRasterizer rasterizer(GaussianScene scene, Workers workers) {
    if (!take()) {
      return new CpuRasterizer(scene, workers);
    }
    try {
      return new FallbackRasterizer(
          new GlRasterizer(context, scene, workers),
          () -> new CpuRasterizer(scene, workers),
          this::fallBack,
          this::giveBack);
    } catch (RuntimeException | Error e) {
      giveBack();
      if (e instanceof GlException failure) {
        fallBack(failure);
        return new CpuRasterizer(scene, workers);
      }
      throw e;
    }
  }

  /** Counts a rasteriser on the graphics processor; false if there is to be none. */
  private synchronized boolean take() {
    boolean graphics = !retired && context().isPresent();
    rasterizers += graphics ? 1 : 0;
    return graphics;
  }

  private synchronized void giveBack() {
    rasterizers--;
    if (retired && rasterizers == 0) {
      close();
    }
  }

  private synchronized void fallBack(GlException failure) {
    if (!failed) {
      failed = true;
      reason =
          String.format(
              Locale.ROOT,
              "given up at %s: %s",
              LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES),
              failure.getMessage());
      tell("The graphics processor cannot go on, the processor does: " + failure.getMessage());
    }
  }

  private synchronized void tell(String sentence) {
    notice = sentence;
    LOG.warn(sentence);
    listeners.forEach(listener -> listener.accept(sentence));
  }

  /**
   * Closes this as soon as the last rasteriser made of it is closed; those made from now on are the
   * processor's. For a device that others take the place of.
   */
  public synchronized void retire() {
    retired = true;
    if (rasterizers == 0) {
      close();
    }
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }
}

package org.clickgaussian.splat.device;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
  private volatile String failure;

  private RenderingDevice(GlContext context) {
    this.context = context;
  }

  /** This machine's processor. */
  public static RenderingDevice processor() {
    return new RenderingDevice(null);
  }

  /**
   * Opens what a person asked for.
   *
   * @throws InputException if OpenGL was asked for and there is none
   */
  public static RenderingDevice open(Backend backend) {
    return switch (backend) {
      case CPU -> processor();
      case GL -> graphics();
      case AUTO -> best();
    };
  }

  private static RenderingDevice graphics() {
    try {
      return new RenderingDevice(GlContext.open(GlDevices.ANY));
    } catch (GlException e) {
      throw new InputException("the backend gl cannot be used: " + e.getMessage(), e);
    }
  }

  private static RenderingDevice best() {
    try {
      return new RenderingDevice(GlContext.open(GlDevices.HARDWARE));
    } catch (GlException e) {
      LOG.debug("computing on the processor: {}", e.getMessage());
      return processor();
    }
  }

  /** OpenGL, as long as it is used; empty on the processor and after it has failed. */
  public Optional<GlContext> context() {
    return failure == null ? Optional.ofNullable(context) : Optional.empty();
  }

  /**
   * Has a sentence passed on, from any thread, when the graphics processor fails and the processor
   * goes on.
   */
  public void onFallback(Consumer<String> listener) {
    listeners.add(listener);
  }

  /**
   * A rasteriser of a scene.
   *
   * @param scene what to splat; stays the caller's to close, after the rasteriser
   * @param workers threads for what the processor does; stay the caller's
   */
  public SceneRasterizer rasterizer(GaussianScene scene, Workers workers) {
    if (context().isEmpty()) {
      return new CpuRasterizer(scene, workers);
    }
    try {
      return new FallbackRasterizer(
          new GlRasterizer(context, scene, workers),
          () -> new CpuRasterizer(scene, workers),
          this::fallBack);
    } catch (GlException e) {
      fallBack(e);
      return new CpuRasterizer(scene, workers);
    }
  }

  private synchronized void fallBack(GlException reason) {
    if (failure == null) {
      failure = reason.getMessage();
      String notice = "The graphics processor cannot go on, the processor does: " + failure;
      LOG.warn(notice);
      listeners.forEach(listener -> listener.accept(notice));
    }
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }
}

package org.clickgaussian.gl;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that a context is current on. */
final class GlThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GlThread.class);

  private static final long LOOK_MILLIS = 100;

  /** Drivers that are loaded for the first time may take long. */
  private static final long OPENING_NANOS = 180_000_000_000L;

  private final ExecutorService executor;
  private volatile Thread thread;

  /** The driver does not return: what was handed over may never be done. */
  private volatile boolean stuck;

  GlThread() {
    executor =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("opengl").factory());
    call(
        () -> {
          thread = Thread.currentThread();
          return null;
        });
  }

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** Runs something on the thread and waits for it; its exceptions are thrown here. */
  <T> T call(Supplier<T> work) {
    return await(submit(work), null);
  }

  /**
   * Runs something on the thread and waits for it as long as the driver shows signs of life.
   *
   * @throws GlLostException if it does not, or did not for another caller
   */
  <T> T call(Supplier<T> work, DeviceHealth health) {
    if (stuck) {
      throw health.hung();
    }
    return await(submit(work), health);
  }

  private <T> Future<T> submit(Supplier<T> work) {
    try {
      return executor.submit(work::get);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the OpenGL context is closed", e);
    }
  }

  /** Runs something on the thread some time; nothing once it has ended. */
  void later(Runnable work) {
    try {
      executor.execute(() -> attempt(work));
    } catch (RejectedExecutionException e) {
      return; // With the context its objects are gone too.
    }
  }

  /** An exception must not end the thread: the context is current on no other. */
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("something on the OpenGL thread failed that nobody waits for", e);
    }
  }

  private <T> T await(Future<T> result, DeviceHealth health) {
    Patience patience = health == null ? new Patience(OPENING_NANOS) : health.forDriver();
    long sign = health == null ? 0 : health.signsOfLife();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (health != null && health.signsOfLife() != sign) {
            sign = health.signsOfLife();
            patience.renew();
          } else if (stuck || patience.isOver()) {
            throw stuck(health);
          }
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private GlLostException stuck(DeviceHealth health) {
    stuck = true;
    return health == null
        ? new GlLostException("the driver of OpenGL does not answer")
        : health.hung();
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException exception) {
      return exception;
    }
    return new IllegalStateException(cause);
  }

  /** Ends the thread after what was handed over. */
  @Override
  public void close() {
    executor.shutdown();
  }
}

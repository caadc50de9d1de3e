package org.clickgaussian.gl;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that a context is current on. */
final class GlThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GlThread.class);

  private final ExecutorService executor;
  private volatile Thread thread;

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
    if (isCurrent()) {
      return work.get();
    }
    try {
      return await(executor.submit(work::get));
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

  private static <T> T await(Future<T> result) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
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

package org.clickgaussian.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One thread that answers the latest of many requests: a request that waits is dropped when a newer
 * one comes. For whatever follows the pointer, a slider or the camera.
 *
 * @param <R> a request
 */
public final class LatestRequest<R> implements AutoCloseable {
  private static final long CLOSING_SECONDS = 30;

  private final AtomicReference<R> waiting = new AtomicReference<>();
  private final Consumer<? super R> answer;
  private final ExecutorService thread;

  /**
   * Starts the thread.
   *
   * @param name of the thread, for debuggers
   * @param answer answers a request, on that thread; must not throw
   */
  public LatestRequest(String name, Consumer<? super R> answer) {
    this.answer = answer;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Asks; safe from any thread. Requests after {@link #close} are dropped. */
  public synchronized void submit(R request) {
    if (!thread.isShutdown() && waiting.getAndSet(request) == null) {
      thread.execute(this::answerLatest);
    }
  }

  /** Whether a newer request waits, so that an answer in the making may be given up. */
  public boolean isOvertaken() {
    return waiting.get() != null;
  }

  private void answerLatest() {
    R request = waiting.getAndSet(null);
    if (request != null) {
      answer.accept(request);
    }
  }

  /** Drops what waits and lets the answer in the making end. */
  @Override
  public void close() {
    synchronized (this) {
      waiting.set(null);
      thread.shutdown();
    }
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

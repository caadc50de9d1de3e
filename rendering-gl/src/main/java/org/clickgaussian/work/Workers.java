package org.clickgaussian.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that share out independent pieces of work.
 *
 * <p>Results must not depend on the number of threads. So work is cut into pieces by its size
 * alone, each piece writes to a place of its own, and sums are taken over the pieces in order:
 * {@link #sum} does this. The calling thread works too; calls may be nested or come from several
 * threads.
 */
public final class Workers implements AutoCloseable {
  /** Work on one piece: a half-open range of indices. */
  @FunctionalInterface
  public interface RangeTask {
    /** Works on the indices from {@code from} (inclusive) to {@code to} (exclusive). */
    void run(int piece, int from, int to);
  }

  /** Work on one piece that yields a number. */
  @FunctionalInterface
  public interface RangeSum {
    /** The sum over the indices from {@code from} (inclusive) to {@code to} (exclusive). */
    double over(int from, int to);
  }

  private final int threads;
  private final ExecutorService helpers;
  private volatile int allowed;

  private Workers(int threads) {
    this.threads = threads;
    this.allowed = threads;
    this.helpers =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1, Thread.ofPlatform().daemon().name("worker-", 1).factory());
  }

  /** Workers on the given number of threads, the caller's included; at least 1. */
  public static Workers of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    return new Workers(threads);
  }

  /** Workers on every processor of this machine. */
  public static Workers onAllProcessors() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /** The number of threads, the caller's included. */
  public int threads() {
    return threads;
  }

  /**
   * Lets fewer threads work, or all again: from any thread, at once also for calls that are under
   * way (a helping thread stops after the piece it is at). Results stay the same.
   *
   * @param most at least 1; more than {@link #threads} is as many
   */
  public void allow(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least 1 thread must be allowed, not " + most);
    }
    allowed = most;
  }

  /** How many threads may work now, the caller's included. */
  public int allowed() {
    return Math.min(allowed, threads);
  }

  /**
   * Runs {@code task} for each of 0 … count − 1, each once, and waits for all. Pieces are begun in
   * ascending order, so a piece may wait for lower ones; they end in any order. The first exception
   * that a piece throws stops further pieces and is thrown here.
   */
  public void forEach(int count, IntConsumer task) {
    if (threads == 1 || count <= 1) {
      for (int i = 0; i < count; i++) {
        task.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Share[] shares = new Share[Math.min(Math.min(threads, allowed), count) - 1];
    for (int i = 0; i < shares.length; i++) {
      int helper = i + 1;
      shares[i] = new Share(() -> takeShare(next, count, task, failure, () -> helper < allowed));
      helpers.execute(shares[i]);
    }
    takeShare(next, count, task, failure, () -> true);
    for (Share share : shares) {
      share.finish();
    }
    rethrow(failure.get());
  }

  /** Cuts 0 … n − 1 into pieces of {@code pieceSize} (the last may be shorter) and runs each. */
  public void forRanges(int n, int pieceSize, RangeTask task) {
    forEach(
        pieces(n, pieceSize),
        piece -> {
          int from = piece * pieceSize;
          task.run(piece, from, (int) Math.min(n, (long) from + pieceSize));
        });
  }

  /** The number of pieces that {@link #forRanges} cuts n items into. */
  public static int pieces(int n, int pieceSize) {
    return Math.toIntExact(((long) n + pieceSize - 1) / pieceSize);
  }

  /**
   * The sum over 0 … n − 1, the same bits for any number of threads: the pieces' sums are added in
   * the order of the pieces.
   */
  public double sum(int n, int pieceSize, RangeSum rangeSum) {
    double[] parts = new double[pieces(n, pieceSize)];
    forRanges(n, pieceSize, (piece, from, to) -> parts[piece] = rangeSum.over(from, to));
    double total = 0;
    for (double part : parts) {
      total += part;
    }
    return total;
  }

  /** Ends the threads; running pieces finish first. */
  @Override
  public void close() {
    if (helpers != null) {
      helpers.close();
    }
  }

  private static void takeShare(
      AtomicInteger next,
      int count,
      IntConsumer task,
      AtomicReference<Throwable> failure,
      BooleanSupplier mayGoOn) {
    while (failure.get() == null && mayGoOn.getAsBoolean()) {
      int i = next.getAndIncrement();
      if (i >= count) {
        return;
      }
      try {
        task.accept(i);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        return;
      }
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  /**
   * What one helping thread does for one call. A share that no thread has begun when the caller has
   * run out of pieces is taken back rather than waited for, so nested calls never wait on each
   * other.
   */
  private static final class Share implements Runnable {
    private final Runnable work;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    Share(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        try {
          work.run();
        } finally {
          done.countDown();
        }
      }
    }

    void finish() {
      if (begun.compareAndSet(false, true)) {
        return;
      }
      // The pieces write to the caller's arrays: never return while one still runs.
      boolean interrupted = false;
      while (done.getCount() > 0) {
        try {
          done.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

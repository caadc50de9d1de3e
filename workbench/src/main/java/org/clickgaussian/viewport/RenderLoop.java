package org.clickgaussian.viewport;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.ViewportFrame;

/**
 * Has frames made on a thread of its own. Of requests that wait only the latest is answered, of
 * frames that wait only the latest is shown; questions are all answered, in order, and before the
 * next frame.
 */
final class RenderLoop implements AutoCloseable {

  /** Is told what came of it, on the window's thread. */
  interface Listener {
    /** A frame waits to be taken. */
    void arrived();

    /** A frame or an answer could not be made. */
    void failed(Throwable failure);
  }

  private final Supplier<? extends FrameSource> opener;
  private final TaskExecutor tasks;
  private final Listener listener;
  private final LatestRequest<Object> thread;
  private final AtomicReference<FrameRequest> wanted = new AtomicReference<>();
  private final Queue<Runnable> questions = new ConcurrentLinkedQueue<>();
  private final AtomicReference<ViewportFrame> finished = new AtomicReference<>();
  private final AtomicReference<int[]> spare = new AtomicReference<>();
  private volatile boolean closed;
  private FrameSource source;

  /**
   * Starts the thread.
   *
   * @param opener makes the source of frames, on the thread that renders; the loop closes it
   * @param tasks brings what is told to the window's thread
   */
  RenderLoop(Supplier<? extends FrameSource> opener, TaskExecutor tasks, Listener listener) {
    this.opener = opener;
    this.tasks = tasks;
    this.listener = listener;
    this.thread = new LatestRequest<>("viewport", wake -> work());
  }

  /** Asks for a frame; one asked for before and not begun yet is not made. */
  void request(FrameRequest request) {
    wanted.set(request);
    thread.submit(this);
  }

  /** Asks the source something; see {@link Viewport#ask}. */
  <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer) {
    questions.add(
        () -> {
          T result = question.apply(source());
          tell(() -> answer.accept(result));
        });
    thread.submit(this);
  }

  /**
   * The frame that waits, if any; its pixels are the taker's until {@link #giveBack}. From the
   * window's thread.
   */
  Optional<ViewportFrame> take() {
    return Optional.ofNullable(finished.getAndSet(null));
  }

  /** The pixels of a frame that was taken may be used again. */
  void giveBack(ViewportFrame frame) {
    spare.set(frame.pixels());
  }

  private FrameSource source() {
    if (source == null) {
      source = opener.get();
    }
    return source;
  }

  private void work() {
    for (Runnable next = questions.poll(); next != null && !closed; next = questions.poll()) {
      attempt(next);
    }
    FrameRequest request = wanted.getAndSet(null);
    if (request != null && !closed) {
      attempt(() -> publish(source().render(request)));
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      tell(() -> listener.failed(e));
    }
  }

  /** The source uses its pixels again, so the window gets a copy. */
  private void publish(ViewportFrame frame) {
    int size = frame.width() * frame.height();
    int[] pixels = spare.getAndSet(null);
    if (pixels == null || pixels.length != size) {
      pixels = new int[size];
    }
    System.arraycopy(frame.pixels(), 0, pixels, 0, size);
    ViewportFrame copy =
        new ViewportFrame(
            frame.request(),
            frame.width(),
            frame.height(),
            pixels,
            frame.legend(),
            frame.milliseconds());
    ViewportFrame dropped = finished.getAndSet(copy);
    if (dropped == null) {
      tell(listener::arrived);
    } else {
      spare.set(dropped.pixels());
    }
  }

  private void tell(Runnable news) {
    tasks.onWindowThread(
        () -> {
          if (!closed) {
            news.run();
          }
        });
  }

  /** Ends the thread after the frame that it makes now, and closes the source. */
  @Override
  public void close() {
    closed = true;
    thread.close();
    if (source != null) {
      source.close();
    }
  }
}

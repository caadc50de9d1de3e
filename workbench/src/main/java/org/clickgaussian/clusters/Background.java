package org.clickgaussian.clusters;

import java.util.function.Consumer;
import org.clickgaussian.task.LatestRequest;

/**
 * Answers the latest of many questions beside the window's thread.
 *
 * @param <R> a question
 */
interface Background<R> extends AutoCloseable {
  /** Makes these. */
  interface Maker {
    <R> Background<R> make(String name, Consumer<R> answer);
  }

  /** Asks; a question that waits is dropped. */
  void submit(R question);

  /** Whether a newer question waits. */
  boolean isOvertaken();

  @Override
  void close();

  /** Answers on a thread of its own. */
  static <R> Background<R> thread(String name, Consumer<R> answer) {
    LatestRequest<R> requests = new LatestRequest<>(name, answer);
    return new Background<>() {
      @Override
      public void submit(R question) {
        requests.submit(question);
      }

      @Override
      public boolean isOvertaken() {
        return requests.isOvertaken();
      }

      @Override
      public void close() {
        requests.close();
      }
    };
  }
}

package org.clickgaussian.splat.cpu;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/** Working memory that is used again: taken by one thread at a time, made when there is none. */
final class Pool<T> {
  private final Supplier<T> maker;
  private final int kept;
  private final ArrayDeque<T> free = new ArrayDeque<>();

  /**
   * An empty pool.
   *
   * @param kept the most objects kept while nobody uses them
   */
  Pool(int kept, Supplier<T> maker) {
    this.kept = kept;
    this.maker = maker;
  }

  T take() {
    synchronized (free) {
      T last = free.pollLast();
      if (last != null) {
        return last;
      }
    }
    return maker.get();
  }

  void give(T object) {
    synchronized (free) {
      if (free.size() < kept) {
        free.addLast(object);
      }
    }
  }

  void clear() {
    synchronized (free) {
      free.clear();
    }
  }
}

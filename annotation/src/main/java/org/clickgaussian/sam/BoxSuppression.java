package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Non-maximum suppression: of things with much the same box only the best stays. */
final class BoxSuppression {
  private BoxSuppression() {}

  /**
   * What stays, the best first: in the order of falling scores (equal ones in their own order)
   * everything whose box overlaps no box that stayed by more than the limit.
   */
  static <T> List<T> best(
      List<T> things, Function<T, PixelBox> box, ToDoubleFunction<T> score, double limit) {
    List<T> ordered = new ArrayList<>(things);
    ordered.sort(Comparator.comparingDouble(score).reversed());
    List<T> kept = new ArrayList<>();
    for (T thing : ordered) {
      PixelBox own = box.apply(thing);
      if (kept.stream().noneMatch(better -> box.apply(better).overlap(own) > limit)) {
        kept.add(thing);
      }
    }
    return kept;
  }
}

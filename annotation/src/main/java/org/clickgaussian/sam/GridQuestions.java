package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Asks at the points of a grid, and leaves out points whose answer is certain already.
 *
 * <p>Asked first is every second point of every second row; then the points in the middle of four
 * of these; then the rest. A point is left out if two answers from next to it agree on what lies
 * there: both finest masks contain the point and are the same mask (IoU of at least {@link
 * #SAME_MASK}), and the encoder sees next to no difference between the point and the two places
 * (cosine of at least {@link #ALIKE}). It then counts as answered with that mask. Which points are
 * left out depends on the answers of the round before, so not on the number of threads.
 */
final class GridQuestions {
  static final double SAME_MASK = 0.8;
  static final double ALIKE = 0.85;

  /** Points of a coarser grid lie too far apart for neighbours to know; all of them are asked. */
  static final int LEAST_POINTS_PER_SIDE = 24;

  private static final int[][] CORNERS = {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}};
  private static final int[][] SIDES = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};

  private final PointMasks masks;
  private final ImageEmbedding embedding;
  private final List<PromptPoint> grid;
  private final int perSide;
  private final FinestMask[] known;
  private final List<List<CandidateMask>> answers = new ArrayList<>();
  private final AtomicInteger done = new AtomicInteger();

  /**
   * Questions.
   *
   * @param grid perSide · perSide points, row by row
   */
  GridQuestions(PointMasks masks, ImageEmbedding embedding, List<PromptPoint> grid, int perSide) {
    this.masks = masks;
    this.embedding = embedding;
    this.grid = grid;
    this.perSide = perSide;
    this.known = new FinestMask[grid.size()];
    grid.forEach(point -> answers.add(List.of()));
  }

  /** The masks of the points, in the order of the grid. */
  List<List<CandidateMask>> ask(boolean everyPoint, Workers workers, Progress progress) {
    IntPredicate evenColumn = i -> i % perSide % 2 == 0;
    IntPredicate evenRow = i -> i / perSide % 2 == 0;
    if (everyPoint || perSide < LEAST_POINTS_PER_SIDE) {
      ask(points(i -> true), workers, progress);
      return answers;
    }
    ask(points(evenColumn.and(evenRow)), workers, progress);
    ask(open(points(i -> !evenColumn.test(i) && !evenRow.test(i)), CORNERS), workers, progress);
    ask(open(points(i -> evenColumn.test(i) != evenRow.test(i)), SIDES), workers, progress);
    return answers;
  }

  private int[] points(IntPredicate wanted) {
    return IntStream.range(0, grid.size()).filter(wanted).toArray();
  }

  /** Those of some points that have to be asked; of the others, notes what is known. */
  private int[] open(int[] points, int[][] directions) {
    IntStream.Builder open = IntStream.builder();
    for (int point : points) {
      FinestMask certain = certain(point, directions);
      if (certain == null) {
        open.add(point);
      } else {
        known[point] = certain;
        done.incrementAndGet();
      }
    }
    return open.build().toArray();
  }

  private void ask(int[] points, Workers workers, Progress progress) {
    workers.forEach(
        points.length,
        i -> {
          int point = points[i];
          PointMasks.Answer answer = masks.at(grid.get(point));
          // Each piece has its own place in the list, whose length stays the same.
          answers.set(point, answer.candidates());
          known[point] = answer.finest();
          progress.update((double) done.incrementAndGet() / grid.size(), "asking at points");
        });
  }

  /** The mask on which two answers from next to a point agree; null if none do. */
  private FinestMask certain(int point, int[][] directions) {
    List<FinestMask> here = new ArrayList<>();
    for (int[] direction : directions) {
      int column = point % perSide + direction[0];
      int row = point / perSide + direction[1];
      if (column < 0 || column >= perSide || row < 0 || row >= perSide) {
        continue;
      }
      int neighbour = row * perSide + column;
      FinestMask mask = known[neighbour];
      if (mask.contains(grid.get(point))
          && embedding.cosine(grid.get(point), grid.get(neighbour)) >= ALIKE) {
        for (FinestMask other : here) {
          // One and the same answer, known at two places, is no agreement.
          if (other != mask && other.overlap(mask) >= SAME_MASK) {
            return other;
          }
        }
        here.add(mask);
      }
    }
    return null;
  }
}

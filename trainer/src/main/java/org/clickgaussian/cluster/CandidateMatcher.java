package org.clickgaussian.cluster;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * Finds for every row of a table the candidate of greatest cosine similarity: S̃(i, c) = ⟨f_i,
 * F̃_c⟩ of section 3.4. Rows may be Gaussians or pixels; the level's feature is a range of the row.
 *
 * <p>Candidates lie transposed in tiles of as many as a vector has lanes, and four rows at a time
 * go over each tile. Equal similarities go to the lower candidate. The results are the same bits
 * for any number of threads. Immutable; safe from several threads.
 */
public final class CandidateMatcher {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INT_LANES =
      VectorSpecies.of(int.class, LANES.vectorShape());
  private static final int WIDTH = LANES.length();
  private static final int GROUP = 4;
  private static final int PIECE = 2048;

  private final int count;
  private final int rowLength;
  private final int from;
  private final int dimensions;

  /** Float d of the candidates of tile t from {@code (t · D + d) · lanes}. */
  private final float[] tiles;

  /** 0 for a candidate, −∞ for the places of the last tile that hold none. */
  private final float[] bias;

  /**
   * A matcher for one level.
   *
   * @param candidates C candidates of D^l floats
   * @param rowLength floats in a row of the tables to be matched
   * @param from where the level's feature begins in a row
   */
  public CandidateMatcher(Candidates candidates, int rowLength, int from) {
    this.count = candidates.count();
    this.dimensions = candidates.dimensions();
    this.rowLength = rowLength;
    this.from = from;
    if (from < 0 || from + dimensions > rowLength) {
      throw new IllegalArgumentException(
          "candidates of %d floats from %d do not fit rows of %d"
              .formatted(dimensions, from, rowLength));
    }
    int tileCount = (count + WIDTH - 1) / WIDTH;
    this.tiles = new float[tileCount * dimensions * WIDTH];
    this.bias = new float[tileCount * WIDTH];
    Arrays.fill(bias, count, bias.length, Float.NEGATIVE_INFINITY);
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < dimensions; d++) {
        tiles[(c / WIDTH * dimensions + d) * WIDTH + c % WIDTH] =
            candidates.vectors()[c * dimensions + d];
      }
    }
  }

  /** A matcher for the level's range of a feature row. */
  public static CandidateMatcher of(Candidates candidates, FeatureLayout layout, Level level) {
    if (candidates.dimensions() != layout.dimensions(level)) {
      throw new IllegalArgumentException(
          "candidates of %d floats for a level of %d"
              .formatted(candidates.dimensions(), layout.dimensions(level)));
    }
    return new CandidateMatcher(candidates, layout.dimensions(), layout.from(level));
  }

  /** Matches the rows of a table on the heap: row-major float[n · rowLength]. */
  public Matches match(float[] table, Workers workers) {
    return match(MemorySegment.ofArray(table), table.length / rowLength, workers);
  }

  /**
   * Matches the rows of a table.
   *
   * @param table row-major float[n][rowLength]
   * @param n the number of rows
   */
  public Matches match(MemorySegment table, int n, Workers workers) {
    int[] clusters = new int[n];
    float[] cosines = new float[n];
    if (count == 0) {
      Arrays.fill(clusters, -1);
    } else {
      workers.forRanges(
          n, PIECE, (piece, first, end) -> new Piece(clusters, cosines).match(table, first, end));
    }
    return new Matches(clusters, cosines);
  }

  /** Matches a single row of {@code rowLength} floats, on the calling thread. */
  public Matches matchRow(float[] row) {
    Matches match = new Matches(new int[] {-1}, new float[1]);
    if (count > 0) {
      new Piece(match.clusters(), match.cosines()).match(MemorySegment.ofArray(row), 0, 1);
    }
    return match;
  }

  /** One thread's pass over some rows. */
  private final class Piece {
    private final float[] group = new float[GROUP * rowLength];
    private final int[] clusters;
    private final float[] cosines;

    Piece(int[] clusters, float[] cosines) {
      this.clusters = clusters;
      this.cosines = cosines;
    }

    void match(MemorySegment table, int first, int end) {
      for (int row = first; row < end; row += GROUP) {
        int rows = Math.min(GROUP, end - row);
        MemorySegment.copy(
            table,
            ValueLayout.JAVA_FLOAT_UNALIGNED,
            4L * row * rowLength,
            group,
            0,
            rows * rowLength);
        matchGroup(row, rows);
      }
    }

    private void matchGroup(int row, int rows) {
      FloatVector best0 = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
      FloatVector best1 = best0;
      FloatVector best2 = best0;
      FloatVector best3 = best0;
      IntVector tile0 = IntVector.zero(INT_LANES);
      IntVector tile1 = tile0;
      IntVector tile2 = tile0;
      IntVector tile3 = tile0;
      int r0 = from;
      int r1 = r0 + rowLength;
      int r2 = r1 + rowLength;
      int r3 = r2 + rowLength;
      for (int tile = 0; tile * WIDTH < bias.length; tile++) {
        FloatVector s0 = FloatVector.fromArray(LANES, bias, tile * WIDTH);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = tile * dimensions * WIDTH;
        for (int d = 0; d < dimensions; d++) {
          FloatVector c = FloatVector.fromArray(LANES, tiles, at + d * WIDTH);
          s0 = c.fma(FloatVector.broadcast(LANES, group[r0 + d]), s0);
          s1 = c.fma(FloatVector.broadcast(LANES, group[r1 + d]), s1);
          s2 = c.fma(FloatVector.broadcast(LANES, group[r2 + d]), s2);
          s3 = c.fma(FloatVector.broadcast(LANES, group[r3 + d]), s3);
        }
        IntVector number = IntVector.broadcast(INT_LANES, tile);
        tile0 = tile0.blend(number, greater(s0, best0));
        tile1 = tile1.blend(number, greater(s1, best1));
        tile2 = tile2.blend(number, greater(s2, best2));
        tile3 = tile3.blend(number, greater(s3, best3));
        best0 = best0.max(s0);
        best1 = best1.max(s1);
        best2 = best2.max(s2);
        best3 = best3.max(s3);
      }
      finish(row, 0, rows, best0, tile0);
      finish(row, 1, rows, best1, tile1);
      finish(row, 2, rows, best2, tile2);
      finish(row, 3, rows, best3, tile3);
    }

    private static VectorMask<Integer> greater(FloatVector a, FloatVector b) {
      return a.compare(VectorOperators.GT, b).cast(INT_LANES);
    }

    /** Of the lanes with the greatest product the one with the lowest candidate. */
    private void finish(int row, int r, int rows, FloatVector best, IntVector tile) {
      if (r >= rows) {
        return;
      }
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        float f = group[r * rowLength + from + d];
        square += (double) f * f;
      }
      float product = best.reduceLanes(VectorOperators.MAX);
      if (!(square > 0) || !Float.isFinite(product)) {
        clusters[row + r] = -1;
        return;
      }
      int candidate =
          tile.mul(WIDTH)
              .addIndex(1)
              .reduceLanes(
                  VectorOperators.MIN, best.compare(VectorOperators.EQ, product).cast(INT_LANES));
      clusters[row + r] = candidate;
      cosines[row + r] = (float) (product / Math.sqrt(square));
    }
  }
}

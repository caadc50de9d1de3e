package org.clickgaussian.loss;

import java.util.Arrays;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Norms;
import org.clickgaussian.kernel.PairTable;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * The labelled pixels of an iteration in the order of their coarse, then their fine segments, so
 * that a block of neighbours has few segments and few directions.
 */
final class SortedPixels {
  private static final int BITS = 21;
  private static final int PIECE = 512;

  private final int[] order;
  private final PairTable table;
  private final float[] coarseLengths;
  private final float[] fineLengths;
  private long coarseLabelled;
  private long fineLabelled;

  private SortedPixels(int[] order, FeatureLayout layout) {
    this.order = order;
    int coarse = layout.coarseDimensions();
    this.table = new PairTable(order.length, coarse, layout.dimensions() - coarse);
    this.coarseLengths = new float[order.length];
    this.fineLengths = new float[order.length];
  }

  /** Sorts the pixels that have a segment at either level and fills the pair table. */
  static SortedPixels of(
      RenderedPixels pixels,
      FeatureLayout layout,
      int[] coarseSegments,
      int[] fineSegments,
      int contrastivePixels,
      Workers workers) {
    int[] order = sort(coarseSegments, fineSegments, contrastivePixels);
    SortedPixels sorted = new SortedPixels(order, layout);
    workers.forRanges(
        order.length,
        PIECE,
        (piece, from, to) -> {
          for (int place = from; place < to; place++) {
            int pixel = order[place];
            sorted.fill(place, pixels.features(), pixel * layout.dimensions(), layout);
            sorted.label(place, coarseSegments[pixel], fineSegments[pixel], layout);
          }
        });
    for (int pixel : order) {
      sorted.coarseLabelled += coarseSegments[pixel] == 0 ? 0 : 1;
      sorted.fineLabelled += fineSegments[pixel] == 0 ? 0 : 1;
    }
    return sorted;
  }

  private static int[] sort(int[] coarseSegments, int[] fineSegments, int contrastivePixels) {
    long[] keys = new long[contrastivePixels];
    int labelled = 0;
    for (int p = 0; p < contrastivePixels; p++) {
      if (coarseSegments[p] != 0 || fineSegments[p] != 0) {
        keys[labelled++] = (key(coarseSegments[p]) << BITS | key(fineSegments[p])) << BITS | key(p);
      }
    }
    Arrays.sort(keys, 0, labelled);
    int[] order = new int[labelled];
    for (int place = 0; place < labelled; place++) {
      order[place] = (int) (keys[place] & (1L << BITS) - 1);
    }
    return order;
  }

  private static long key(int value) {
    if (value < 0 || value >= 1 << BITS) {
      throw new IllegalArgumentException(value + " is not between 0 and " + (1 << BITS));
    }
    return value;
  }

  private void fill(int place, float[] features, int at, FeatureLayout layout) {
    int half = layout.coarseDimensions();
    int from = layout.from(Level.FINE);
    coarseLengths[place] = Norms.length(features, at, half);
    fineLengths[place] = Norms.length(features, at + from, layout.dimensions(Level.FINE));
    float inverseCoarse = 1 / coarseLengths[place];
    for (int d = 0; d < half; d++) {
      table.setCoarse(place, d, features[at + d] * inverseCoarse);
    }
    float inverseFine = 1 / fineLengths[place];
    for (int d = half; d < layout.dimensions(); d++) {
      table.setFine(place, d - half, features[at + d] * inverseFine);
    }
  }

  private void label(int place, int coarseSegment, int fineSegment, FeatureLayout layout) {
    float share = layout.granularityPrior() ? coarseLengths[place] / fineLengths[place] : 0;
    table.setPixel(place, coarseSegment, fineSegment, share);
  }

  PairTable table() {
    return table;
  }

  /** Pixels in the table, padding left out. */
  int count() {
    return order.length;
  }

  /** The pixel at a place. */
  int pixel(int place) {
    return order[place];
  }

  /** P of a level: the pixels that have a segment there. */
  long labelled(Level level) {
    return level == Level.COARSE ? coarseLabelled : fineLabelled;
  }

  /** |F^l| of the pixel at a place. */
  float length(Level level, int place) {
    return level == Level.COARSE ? coarseLengths[place] : fineLengths[place];
  }

  /** Float d of the learning floats over the level's length: ĉ or r̂. */
  float unit(Level level, int place, int d) {
    return level == Level.COARSE ? table.coarse(place, d) : table.fine(place, d);
  }

  /** Float d of Σ_q m_pq u_q. */
  float sum(Level level, int place, int d) {
    return level == Level.COARSE ? table.coarseSum(place, d) : table.fineSum(place, d);
  }

  /** Σ_q m_pq S_pq. */
  float similarity(Level level, int place) {
    return level == Level.COARSE ? table.coarseSimilarity(place) : table.fineSimilarity(place);
  }
}

package org.clickgaussian.training.gl;

/**
 * The pixels of each segment of an iteration as lists, both levels one after the other, so that
 * sums over segments (Eq. 3) can be taken piece by piece in a fixed order.
 */
final class SegmentLists {
  /** Pixels that one team of invocations sums. */
  private static final int PIECE = 64;

  private final int contrastive;
  private final int[] places;
  private final int[] members;
  private final int[] pieceStarts;
  private final int[] firstPieces;
  private final int coarseLabelled;
  private final int fineLabelled;
  private final int coarsePieces;
  private int segments;
  private int pieces;
  private int listed;

  /**
   * Lists for an iteration.
   *
   * @param coarse int[≥ P], 0 where a pixel has no segment
   * @param fine the same at the fine level
   * @param contrastive P
   */
  SegmentLists(int[] coarse, int[] fine, int contrastive) {
    this.contrastive = contrastive;
    this.places = new int[2 * contrastive];
    this.members = new int[2 * contrastive];
    this.pieceStarts = new int[2 * contrastive + 1];
    this.firstPieces = new int[2 * contrastive + 1];
    add(coarse, 0);
    coarsePieces = pieces;
    coarseLabelled = listed;
    add(fine, 1);
    fineLabelled = listed - coarseLabelled;
    pieceStarts[pieces] = listed;
    firstPieces[segments] = pieces;
  }

  private void add(int[] ofPixel, int level) {
    int largest = 0;
    for (int p = 0; p < contrastive; p++) {
      largest = Math.max(largest, ofPixel[p]);
    }
    int[] sizes = new int[largest + 1];
    for (int p = 0; p < contrastive; p++) {
      sizes[ofPixel[p]]++;
    }
    int[] next = new int[largest + 1];
    int[] dense = new int[largest + 1];
    for (int segment = 1; segment <= largest; segment++) {
      if (sizes[segment] > 0) {
        next[segment] = listed;
        firstPieces[segments] = pieces;
        dense[segment] = ++segments;
        for (int from = 0; from < sizes[segment]; from += PIECE) {
          pieceStarts[pieces++] = listed + from;
        }
        listed += sizes[segment];
      }
    }
    for (int p = 0; p < contrastive; p++) {
      places[2 * p + level] = dense[ofPixel[p]];
      if (ofPixel[p] != 0) {
        members[next[ofPixel[p]]++] = p;
      }
    }
  }

  /** For each pixel its coarse and its fine segment, counted from 1 through both levels. */
  int[] places() {
    return places;
  }

  /** Pixels with a coarse segment. */
  int coarseLabelled() {
    return coarseLabelled;
  }

  /** Pixels with a fine segment. */
  int fineLabelled() {
    return fineLabelled;
  }

  /** Segments of both levels. */
  int segments() {
    return segments;
  }

  /** Pieces of both levels. */
  int pieces() {
    return pieces;
  }

  /** Pieces of coarse segments, which come first. */
  int coarsePieces() {
    return coarsePieces;
  }

  /** Where the first piece of each segment stands in {@link #words}. */
  int firstPiecesAt() {
    return pieces + 1 + listed;
  }

  /**
   * Where pieces begin, and one more; their members; the first piece of each segment, and one more.
   */
  int[] words() {
    int[] words = new int[firstPiecesAt() + segments + 1];
    System.arraycopy(pieceStarts, 0, words, 0, pieces + 1);
    System.arraycopy(members, 0, words, pieces + 1, listed);
    System.arraycopy(firstPieces, 0, words, firstPiecesAt(), segments + 1);
    return words;
  }
}

package org.clickgaussian.evaluation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.clickgaussian.splat.SplattedView;

/**
 * Gives Gaussians labels by weighted majority: in every view each pixel votes for its label with
 * each Gaussian's blend weight w = αT.
 *
 * <p>Votes are whole multiples of 2⁻³², so their sum is the same in any order and for any number of
 * threads.
 */
public final class LabelVotes {
  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final double UNIT = 0x1p32;

  private final int gaussians;
  private final int labels;
  private final long[] votes;

  /**
   * No votes yet.
   *
   * @param gaussians N
   * @param labels the number of labels, from 0
   */
  public LabelVotes(int gaussians, int labels) {
    this.gaussians = gaussians;
    this.labels = labels;
    this.votes = new long[Math.multiplyExact(gaussians, labels)];
  }

  /**
   * Lets the pixels of a view vote.
   *
   * @param pixelLabels label of each pixel, −1 for one that does not vote: int[pixels]
   */
  public void add(SplattedView view, int[] pixelLabels) {
    view.visitTiles(
        (tile, entries, pixels, ids, weights) -> {
          for (int e = 0; e < entries; e++) {
            int label = pixelLabels[pixels[e]];
            if (label >= 0) {
              long vote = (long) (weights[e] * UNIT);
              LONGS.getAndAdd(votes, ids[e] * labels + label, vote);
            }
          }
        });
  }

  /**
   * Lets the pixels of a view vote for some of its Gaussians.
   *
   * @param places for each Gaussian of the view its number here, −1 for one that is not counted
   */
  void add(SplattedView view, int[] pixelLabels, int[] places) {
    view.visitTiles(
        (tile, entries, pixels, ids, weights) -> {
          for (int e = 0; e < entries; e++) {
            int label = pixelLabels[pixels[e]];
            int place = places[ids[e]];
            if (label >= 0 && place >= 0) {
              LONGS.getAndAdd(votes, place * labels + label, (long) (weights[e] * UNIT));
            }
          }
        });
  }

  /** The label of most weight of each Gaussian, the lower of equals; −1 without votes: int[N]. */
  public int[] majority() {
    int[] majority = new int[gaussians];
    for (int i = 0; i < gaussians; i++) {
      long best = 0;
      majority[i] = -1;
      for (int label = 0; label < labels; label++) {
        long vote = votes[i * labels + label];
        if (vote > best) {
          best = vote;
          majority[i] = label;
        }
      }
    }
    return majority;
  }
}

package org.clickgaussian.loss;

import java.util.concurrent.atomic.LongAdder;
import org.clickgaussian.kernel.PairKernels;
import org.clickgaussian.kernel.PairKernels.Margins;
import org.clickgaussian.kernel.PairTable;
import org.clickgaussian.work.Workers;

/**
 * Visits every unordered pair of pixel blocks once, several threads at a time, with sums in an
 * order that does not depend on the number of threads.
 *
 * <p>Groups of blocks play a round-robin tournament: in one round each group meets one other, so
 * the meetings of a round write to different pixels and may run at once, and a pixel's sum grows in
 * the order of the rounds. A meeting waits only for the earlier meetings of its two groups, not for
 * the whole round before it, so threads hardly ever stand still.
 */
final class BlockSchedule {
  private static final int GROUP = 4 * PairTable.BLOCK;

  private final PairTable table;
  private final Workers workers;
  private final BlockCulling culling;
  private final LossSettings settings;
  private final int groups;
  private final PairKernels.Scratch[] scratch;
  private final LongAdder culledPairs = new LongAdder();
  private final LongAdder allPairs = new LongAdder();

  BlockSchedule(PairTable table, LossSettings settings, boolean cull, Workers workers) {
    this.table = table;
    this.workers = workers;
    this.settings = settings;
    this.culling = new BlockCulling(table, settings, cull, workers);
    this.groups = (table.size() + GROUP - 1) / GROUP;
    this.scratch = new PairKernels.Scratch[groups];
  }

  /** Runs the tournament. */
  void run(PairKernels kernels) {
    Tournament tournament = new Tournament(groups);
    // Workers take pieces in ascending order: whatever a meeting waits for has been taken before.
    workers.forEach(
        tournament.meetings(),
        meeting -> {
          tournament.await(meeting);
          try {
            meet(kernels, tournament.one(meeting), tournament.other(meeting));
          } finally {
            tournament.finish(meeting);
          }
        });
  }

  private void meet(PairKernels kernels, int one, int other) {
    if (scratch[one] == null) {
      scratch[one] = PairKernels.Scratch.create();
    }
    int endOne = Math.min((one + 1) * GROUP, table.size());
    int endOther = Math.min((other + 1) * GROUP, table.size());
    for (int p = one * GROUP; p < endOne; p += PairTable.BLOCK) {
      for (int q = Math.max(p, other * GROUP); q < endOther; q += PairTable.BLOCK) {
        meetBlocks(kernels, p, q, scratch[one]);
      }
    }
  }

  private void meetBlocks(PairKernels kernels, int p, int q, PairKernels.Scratch products) {
    int one = p / PairTable.BLOCK;
    int other = q / PairTable.BLOCK;
    float coarse = (float) settings.coarseMargin();
    float fine = (float) settings.fineMargin();
    long coarsePairs = culling.coarsePairs(one, other);
    long finePairs = culling.finePairs(one, other);
    allPairs.add(coarsePairs + finePairs);
    if (culling.skipsCoarse(one, other)) {
      culledPairs.add(coarsePairs);
      coarse = Margins.OFF;
    }
    if (culling.skipsFine(one, other)) {
      culledPairs.add(finePairs);
      fine = Margins.OFF;
    }
    if (coarse != Margins.OFF || fine != Margins.OFF) {
      kernels.addBlockPair(table, p, q, new Margins(coarse, fine), products);
    }
  }

  /** The share of pairs that were skipped, over both levels; 0 where there are none. */
  double culledShare() {
    return allPairs.sum() == 0 ? 0 : culledPairs.sum() / (double) allPairs.sum();
  }
}

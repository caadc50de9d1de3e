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
 * the order of the rounds.
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
    workers.forEach(groups, group -> meet(kernels, group, group));
    int players = groups + groups % 2;
    for (int round = 0; round < players - 1; round++) {
      int shift = round;
      workers.forEach(players / 2, pair -> meet(kernels, players, shift, pair));
    }
  }

  /** The circle method: the last player stays, the others move on by one each round. */
  private void meet(PairKernels kernels, int players, int round, int pair) {
    int circle = players - 1;
    int one = pair == 0 ? circle : (round + pair) % circle;
    int other = (round - pair + circle) % circle;
    if (one < groups && other < groups) {
      meet(kernels, Math.min(one, other), Math.max(one, other));
    }
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

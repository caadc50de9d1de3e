package org.clickgaussian.loss;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A list of meetings in which every group meets itself and then, round by round, every other group
 * once, and the order that its groups must keep: a meeting may begin when both of its groups are
 * done with all meetings that stand before it in the list.
 */
final class Tournament {
  /** Looks at the state of others this often before giving the processor away. */
  private static final int SPINS = 1 << 12;

  private final int[] ones;
  private final int[] others;

  /** How many meetings of each side stand before this one. */
  private final int[] before;

  private final int[] beforeOther;

  /** Meetings that each group is done with. */
  private final AtomicIntegerArray done;

  private int meetings;

  /** The list for a number of groups. */
  Tournament(int groups) {
    int all = groups * (groups + 1) / 2;
    this.ones = new int[all];
    this.others = new int[all];
    this.before = new int[all];
    this.beforeOther = new int[all];
    this.done = new AtomicIntegerArray(groups);
    int[] listed = new int[groups];
    for (int group = 0; group < groups; group++) {
      add(group, group, listed);
    }
    // The circle method: the last player stays, the others move on by one each round.
    int players = groups + groups % 2;
    int circle = players - 1;
    for (int round = 0; round < players - 1; round++) {
      for (int pair = 0; pair < players / 2; pair++) {
        int one = pair == 0 ? circle : (round + pair) % circle;
        int other = (round - pair + circle) % circle;
        if (one < groups && other < groups) {
          add(Math.min(one, other), Math.max(one, other), listed);
        }
      }
    }
  }

  private void add(int one, int other, int[] listed) {
    ones[meetings] = one;
    others[meetings] = other;
    before[meetings] = listed[one];
    beforeOther[meetings] = listed[other];
    listed[one]++;
    listed[other] += one == other ? 0 : 1;
    meetings++;
  }

  /** The length of the list. */
  int meetings() {
    return meetings;
  }

  /** The lower group of a meeting. */
  int one(int meeting) {
    return ones[meeting];
  }

  /** The higher group of a meeting, or the same. */
  int other(int meeting) {
    return others[meeting];
  }

  /** Waits until both groups are done with their earlier meetings and sees what these wrote. */
  void await(int meeting) {
    await(ones[meeting], before[meeting]);
    await(others[meeting], beforeOther[meeting]);
  }

  private void await(int group, int earlier) {
    for (int spin = 0; done.getAcquire(group) < earlier; spin++) {
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Lets the next meetings of both groups begin. */
  void finish(int meeting) {
    done.setRelease(ones[meeting], before[meeting] + 1);
    if (ones[meeting] != others[meeting]) {
      done.setRelease(others[meeting], beforeOther[meeting] + 1);
    }
  }
}

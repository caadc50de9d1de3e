package org.clickgaussian.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.scene.GaussianScene;

/**
 * What becomes of each Gaussian by a list of changes. Every Gaussian can be worked out by itself
 * from what was read, always to the same bits, so a change is undone by working out its Gaussians
 * from the changes that are left. Immutable.
 */
final class ChangeReplay {
  private final int originalCount;
  private final List<PreparedChange> changes;
  private final int[] origins;

  private ChangeReplay(int originalCount, List<PreparedChange> changes, int[] origins) {
    this.originalCount = originalCount;
    this.changes = changes;
    this.origins = origins;
  }

  /**
   * No changes of a scene.
   *
   * @param originalCount N, the number of Gaussians that were read
   */
  static ChangeReplay none(int originalCount) {
    int[] origins = new int[originalCount];
    Arrays.setAll(origins, i -> i);
    return new ChangeReplay(originalCount, List.of(), origins);
  }

  /** The same scene with other changes; what both lists begin with is not prepared again. */
  ChangeReplay with(List<SceneChange> others) {
    int common = commonWith(others);
    List<PreparedChange> prepared = new ArrayList<>(changes.subList(0, common));
    int count = common == 0 ? originalCount : prepared.getLast().countAfter();
    for (SceneChange other : others.subList(common, others.size())) {
      PreparedChange next = new PreparedChange(other, count);
      prepared.add(next);
      count = next.countAfter();
    }
    boolean sameCopies =
        count == count()
            && noneCopies(changes.subList(common, changes.size()))
            && noneCopies(prepared.subList(common, prepared.size()));
    int[] nextOrigins = sameCopies ? origins : origins(prepared, count);
    return new ChangeReplay(originalCount, prepared, nextOrigins);
  }

  private int commonWith(List<SceneChange> others) {
    int common = 0;
    while (common < Math.min(changes.size(), others.size())
        && changes.get(common).change() == others.get(common)) {
      common++;
    }
    return common;
  }

  private static boolean noneCopies(List<PreparedChange> some) {
    return some.stream().noneMatch(PreparedChange::copies);
  }

  private int[] origins(List<PreparedChange> prepared, int count) {
    int[] found = new int[count];
    for (int i = 0; i < originalCount; i++) {
      found[i] = i;
    }
    for (PreparedChange change : prepared) {
      for (int i = change.countAfter() - 1; change.made(i); i--) {
        found[i] = found[change.source(i)];
      }
    }
    return found;
  }

  /** The number of Gaussians after all changes. */
  int count() {
    return origins.length;
  }

  /** The number of Gaussians that were read. */
  int originalCount() {
    return originalCount;
  }

  /** For every Gaussian the one that was read that it is or is a copy of. Do not change. */
  int[] origins() {
    return origins;
  }

  /**
   * The Gaussians that may differ from those after other changes of the same scene; empty where
   * Gaussians were added or taken away, so that none can be compared.
   */
  Optional<BitSet> differing(ChangeReplay other) {
    int common = 0;
    while (common < Math.min(changes.size(), other.changes.size())
        && changes.get(common) == other.changes.get(common)) {
      common++;
    }
    List<PreparedChange> different = new ArrayList<>(changes.subList(common, changes.size()));
    different.addAll(other.changes.subList(common, other.changes.size()));
    if (!noneCopies(different)) {
      return Optional.empty();
    }
    BitSet gaussians = new BitSet(count());
    different.forEach(change -> change.change().gaussians().markIn(gaussians));
    return Optional.of(gaussians);
  }

  /** The Gaussians that are not as they were read: changed ones and copies. */
  BitSet changed() {
    BitSet gaussians = new BitSet(count());
    for (PreparedChange change : changes) {
      if (!change.copies()) {
        change.change().gaussians().markIn(gaussians);
      }
    }
    gaussians.set(originalCount, count());
    return gaussians;
  }

  /**
   * Works out a Gaussian.
   *
   * @param original the Gaussians as they were read
   * @param row takes the result
   */
  void replay(GaussianScene original, int gaussian, GaussianRow row) {
    replay(original, gaussian, changes.size(), row);
  }

  private void replay(GaussianScene original, int gaussian, int end, GaussianRow row) {
    int next = 0;
    if (gaussian < originalCount) {
      row.load(original, gaussian);
    } else {
      while (!changes.get(next).made(gaussian)) {
        next++;
      }
      replay(original, changes.get(next).source(gaussian), next, row);
    }
    for (; next < end; next++) {
      changes.get(next).apply(gaussian, row);
    }
  }
}

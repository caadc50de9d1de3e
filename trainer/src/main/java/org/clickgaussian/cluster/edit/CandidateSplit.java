package org.clickgaussian.cluster.edit;

import java.util.Arrays;
import org.clickgaussian.cluster.Candidates;

/**
 * A candidate taken apart: a row that fits it best goes to the part that it fits best.
 *
 * @param candidate what was split
 * @param first the number of the first part; the others follow
 * @param parts at least two vectors of unit length
 */
public record CandidateSplit(int candidate, int first, Candidates parts) {
  /** Checks that there is something to tell apart. */
  public CandidateSplit {
    if (parts.count() < 2 || candidate < 0 || first <= candidate) {
      throw new IllegalArgumentException(
          "no split of candidate %d into %d parts from %d"
              .formatted(candidate, parts.count(), first));
    }
  }

  /** One past the number of the last part. */
  public int end() {
    return first + parts.count();
  }

  /** Whether a number is that of a part. */
  public boolean holds(int part) {
    return part >= first && part < end();
  }

  /** Two splits are equal if their parts have the same bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CandidateSplit split
        && split.candidate == candidate
        && split.first == first
        && split.parts.dimensions() == parts.dimensions()
        && Arrays.equals(split.parts.vectors(), parts.vectors());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * candidate + first) + Arrays.hashCode(parts.vectors());
  }
}

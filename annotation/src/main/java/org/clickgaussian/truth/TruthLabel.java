package org.clickgaussian.truth;

import java.util.Optional;
import org.clickgaussian.mask.Level;

/**
 * A named object or part of one.
 *
 * @param name also the name of its files; see {@link #isPossibleName}
 * @param level whether it is an object (coarse) or a part (fine)
 * @param parent the name of the object that a part belongs to, where it is known
 */
public record TruthLabel(String name, Level level, Optional<String> parent) {
  private static final int LONGEST_NAME = 100;
  private static final String NOT_IN_FILE_NAMES = "/\\:*?\"<>|";

  /** Checks the name. */
  public TruthLabel {
    if (!isPossibleName(name)) {
      throw new IllegalArgumentException("no name for a label: " + name);
    }
  }

  /** A label without a parent. */
  public static TruthLabel of(String name, Level level) {
    return new TruthLabel(name, level, Optional.empty());
  }

  /**
   * Whether files can be named so everywhere: 1 to 100 characters, none of {@code / \ : * ? " < >
   * |} or control characters, no dot at the beginning, no space at either end.
   */
  public static boolean isPossibleName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.charAt(0) != '.'
        && name.strip().equals(name)
        && name.chars().allMatch(c -> c >= ' ' && NOT_IN_FILE_NAMES.indexOf(c) < 0);
  }
}

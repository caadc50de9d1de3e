package org.clickgaussian.mask;

import java.util.Locale;
import java.util.Optional;

/** A granularity level: whole objects, or their parts. */
public enum Level {
  /** Objects. */
  COARSE,
  /** Parts of objects. */
  FINE;

  /** The level's name as files write it: "coarse" or "fine". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name; empty where there is none. */
  public static Optional<Level> ofKey(String key) {
    for (Level level : values()) {
      if (level.key().equals(key)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** The masks of this level. */
  public SegmentMap of(TwoLevelMasks masks) {
    return this == COARSE ? masks.coarse() : masks.fine();
  }
}

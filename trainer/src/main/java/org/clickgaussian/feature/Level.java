package org.clickgaussian.feature;

import java.util.Locale;

/** A granularity level: whole objects, or their parts. */
public enum Level {
  /** Objects. */
  COARSE,
  /** Parts of objects. */
  FINE;

  /** The level's name as files and commands write it: "coarse" or "fine". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

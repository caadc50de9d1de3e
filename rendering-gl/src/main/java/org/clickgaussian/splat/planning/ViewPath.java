package org.clickgaussian.splat.planning;

import java.util.Locale;

/** From where a splat is looked at. */
public enum ViewPath {
  /** From outside, all around. */
  ORBIT,
  /** From places within, in all directions. */
  INSIDE,
  /** From within where the content surrounds the viewer, else from outside. */
  AUTO;

  /** The name as people type it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

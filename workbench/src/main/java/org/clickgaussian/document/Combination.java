package org.clickgaussian.document;

/** How what was just pointed at joins what is selected already. */
public enum Combination {
  /** It alone is selected from now on. */
  REPLACE,
  /** It is added (Shift). */
  ADD,
  /** It is taken away (Alt). */
  REMOVE,
  /** Only what is in both stays (Ctrl). */
  INTERSECT;

  /** The selection that results. */
  public GaussianSet join(GaussianSet selected, GaussianSet found) {
    return switch (this) {
      case REPLACE -> found;
      case ADD -> selected.or(found);
      case REMOVE -> selected.without(found);
      case INTERSECT -> selected.and(found);
    };
  }
}

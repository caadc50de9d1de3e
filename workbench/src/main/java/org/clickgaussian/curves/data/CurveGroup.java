package org.clickgaussian.curves.data;

import java.util.List;
import java.util.Locale;

/** Measured columns that are drawn into one chart. */
public enum CurveGroup {
  /** L_total, Eq. 13. */
  TOTAL(List.of("loss/total")),
  /** All terms of Eq. 13. */
  TERMS(
      List.of(
          "loss/positive-coarse",
          "loss/positive-fine",
          "loss/negative-coarse",
          "loss/negative-fine",
          "loss/gfl-positive",
          "loss/gfl-negative",
          "loss/norm-3d",
          "loss/norm-2d",
          "loss/spatial")),
  /** Eq. 3. */
  POSITIVE(List.of("loss/positive-coarse", "loss/positive-fine")),
  /** Eq. 4. */
  NEGATIVE(List.of("loss/negative-coarse", "loss/negative-fine")),
  /** Eq. 7 and 8. */
  GUIDANCE(List.of("loss/gfl-positive", "loss/gfl-negative")),
  /** Share of the Gaussians that Eq. 7 assigns. */
  ASSIGNED(List.of("gfl/assigned-coarse", "gfl/assigned-fine")),
  /** How many clusters global guidance found. */
  CLUSTERS(List.of("gfl/clusters-coarse", "gfl/clusters-fine")),
  /** Eq. 10 and 11. */
  NORMS(List.of("loss/norm-3d", "loss/norm-2d")),
  /** Eq. 12. */
  SPATIAL(List.of("loss/spatial")),
  /** The learning rate. */
  LEARNING_RATE(List.of("learning-rate")),
  /** What else was measured. */
  OTHER(List.of("culled-pairs"));

  private final List<String> columns;

  CurveGroup(List<String> columns) {
    this.columns = columns;
  }

  /** The names of its columns in {@code metrics.csv}. */
  public List<String> columns() {
    return columns;
  }

  /** Name in resource bundles and files, such as "learning-rate". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

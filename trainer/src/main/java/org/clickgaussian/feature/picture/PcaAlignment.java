package org.clickgaussian.feature.picture;

import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;

/**
 * How a run's three coordinates are turned to meet those of another run.
 *
 * @param rotation orthogonal, row-major double[3][3]; see {@link PcaBasis#turned}
 * @param agreement how well they meet, 0 (not at all) to 1 (alike but for size): Σ ⟨R x, y⟩ / √(Σ
 *     ‖x‖² Σ ‖y‖²) over the Gaussians' coordinates x here and y there
 */
public record PcaAlignment(double[][] rotation, double agreement) {
  /** How far R Rᵀ may be from the unit matrix. */
  private static final double ROUNDING = 1e-6;

  /** Checks that the rotation is one. */
  public PcaAlignment {
    int n = PcaBasis.COMPONENTS;
    boolean shaped = rotation.length == n && Double.isFinite(agreement);
    for (int row = 0; shaped && row < n; row++) {
      shaped = rotation[row].length == n;
    }
    double error = shaped ? 0 : Double.NaN;
    for (int row = 0; shaped && row < n; row++) {
      for (int other = 0; other < n; other++) {
        double product = row == other ? -1 : 0;
        for (int k = 0; k < n; k++) {
          product += rotation[row][k] * rotation[other][k];
        }
        error = Math.max(error, Math.abs(product));
      }
    }
    if (!(error < ROUNDING)) {
      throw new IllegalArgumentException("the axes are not turned by a rotation");
    }
  }

  static PcaAlignment of(
      PcaBasis basis, FeatureField field, PcaBasis other, FeatureField otherField, Level level) {
    if (field.count() != otherField.count()) {
      throw new IllegalArgumentException(
          "%d Gaussians cannot be aligned to %d".formatted(field.count(), otherField.count()));
    }
    int n = PcaBasis.COMPONENTS;
    double[][] cross = new double[n][n];
    double squareHere = 0;
    double squareThere = 0;
    double[] here = new double[n];
    double[] there = new double[n];
    int step = PrincipalComponents.step(field.count());
    for (int i = 0; i < field.count(); i += step) {
      for (int k = 0; k < n; k++) {
        here[k] = basis.coordinate(field, i, field.layout().from(level), k);
        there[k] = other.coordinate(otherField, i, otherField.layout().from(level), k);
        squareHere += here[k] * here[k];
        squareThere += there[k] * there[k];
      }
      for (int row = 0; row < n; row++) {
        for (int column = 0; column < n; column++) {
          cross[row][column] += there[row] * here[column];
        }
      }
    }
    OrthogonalProcrustes solved = OrthogonalProcrustes.of(cross);
    double scale = Math.sqrt(squareHere * squareThere);
    return new PcaAlignment(solved.rotation(), scale > 0 ? solved.trace() / scale : 0);
  }
}

package org.clickgaussian.feature.picture;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The rotation, with or without a reflection, that brings one set of points nearest to another: R =
 * argmin ‖R x − y‖² over orthogonal R. With M = Σ y xᵀ = U S Vᵀ it is R = U Vᵀ (Schönemann 1966).
 *
 * @param rotation R, row-major double[n][n]
 * @param trace Σ S = tr(R Mᵀ), how much of the points the rotation makes agree
 */
record OrthogonalProcrustes(double[][] rotation, double trace) {

  /**
   * Solves for a cross-covariance.
   *
   * @param cross M = Σ y xᵀ, row-major double[n][n]
   */
  static OrthogonalProcrustes of(double[][] cross) {
    int n = cross.length;
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(n, n, true, true, false);
    if (!svd.decompose(new DMatrixRMaj(cross))) {
      throw new IllegalStateException("no singular values: the features hold NaN");
    }
    DMatrixRMaj product = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransB(svd.getU(null, false), svd.getV(null, false), product);
    double trace = 0;
    double[] values = svd.getSingularValues();
    for (int k = 0; k < n; k++) {
      trace += values[k];
    }
    double[][] rotation = new double[n][n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        rotation[row][column] = product.get(row, column);
      }
    }
    return new OrthogonalProcrustes(rotation, trace);
  }
}

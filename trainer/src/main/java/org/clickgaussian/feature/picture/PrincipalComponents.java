package org.clickgaussian.feature.picture;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The three directions along which a level's features vary most.
 *
 * @param mean of the features: double[D^l]
 * @param axes three unit vectors, the one of greatest variance first: double[3][D^l]
 * @param deviations standard deviation along each axis: double[3]
 */
record PrincipalComponents(double[] mean, double[][] axes, double[] deviations) {

  static final int COMPONENTS = 3;

  /** Features looked at, at most; evenly spread over the table. */
  private static final int SAMPLE = 200_000;

  /** The components of a level of a field; levels of fewer than three floats repeat the last. */
  static PrincipalComponents of(FeatureField field, Level level) {
    FeatureLayout layout = field.layout();
    int from = layout.from(level);
    int dimensions = layout.dimensions(level);
    int step = Math.max(1, field.count() / SAMPLE);
    int rows = (field.count() + step - 1) / step;
    double[] mean = new double[dimensions];
    for (int i = 0; i < field.count(); i += step) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += field.get(i, from + d) / rows;
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(dimensions, dimensions);
    double[] offset = new double[dimensions];
    for (int i = 0; i < field.count(); i += step) {
      for (int d = 0; d < dimensions; d++) {
        offset[d] = field.get(i, from + d) - mean[d];
      }
      addOuterProduct(covariance, offset, 1.0 / rows);
    }
    return ofCovariance(mean, covariance);
  }

  private static void addOuterProduct(DMatrixRMaj matrix, double[] vector, double weight) {
    int n = vector.length;
    for (int row = 0; row < n; row++) {
      double factor = weight * vector[row];
      for (int column = 0; column < n; column++) {
        matrix.data[row * n + column] += factor * vector[column];
      }
    }
  }

  private static PrincipalComponents ofCovariance(double[] mean, DMatrixRMaj covariance) {
    int n = mean.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("no eigenvectors: the features hold NaN");
    }
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (a, b) ->
            Double.compare(eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
    double[][] axes = new double[COMPONENTS][];
    double[] deviations = new double[COMPONENTS];
    for (int k = 0; k < COMPONENTS; k++) {
      int which = order[Math.min(k, n - 1)];
      axes[k] = upright(eigen.getEigenVector(which).data);
      deviations[k] = Math.sqrt(Math.max(0, eigen.getEigenvalue(which).getReal()));
    }
    return new PrincipalComponents(mean, axes, deviations);
  }

  /** An eigenvector may point either way: its largest entry decides, so that colours stay. */
  private static double[] upright(double[] vector) {
    int largest = 0;
    for (int d = 1; d < vector.length; d++) {
      largest = Math.abs(vector[d]) > Math.abs(vector[largest]) ? d : largest;
    }
    double sign = vector[largest] < 0 ? -1 : 1;
    return Arrays.stream(vector).map(value -> sign * value).toArray();
  }
}

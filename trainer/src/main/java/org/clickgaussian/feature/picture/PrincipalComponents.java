package org.clickgaussian.feature.picture;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Finds the directions along which a level's features vary most. */
final class PrincipalComponents {

  private static final int COMPONENTS = PcaBasis.COMPONENTS;

  /** Features looked at, at most about; evenly spread over the table. */
  private static final int SAMPLE = 200_000;

  private PrincipalComponents() {}

  /** From one Gaussian that is looked at to the next. */
  static int step(int count) {
    return Math.max(1, count / SAMPLE);
  }

  /** The components of a level of a field; levels of fewer than three floats repeat the last. */
  static PcaBasis of(FeatureField field, Level level) {
    FeatureLayout layout = field.layout();
    int from = layout.from(level);
    int dimensions = layout.dimensions(level);
    int step = step(field.count());
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

  private static PcaBasis ofCovariance(double[] mean, DMatrixRMaj covariance) {
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
    double[] spectrum = new double[n];
    for (int k = 0; k < n; k++) {
      spectrum[k] = Math.max(0, eigen.getEigenvalue(order[k]).getReal());
    }
    double[][] axes = new double[COMPONENTS][];
    double[][] along = new double[COMPONENTS][COMPONENTS];
    for (int k = 0; k < COMPONENTS; k++) {
      int component = Math.min(k, n - 1);
      axes[k] = upright(eigen.getEigenVector(order[component]).data);
      for (int other = 0; other < COMPONENTS; other++) {
        along[k][other] = Math.min(other, n - 1) == component ? spectrum[component] : 0;
      }
    }
    return new PcaBasis(mean, axes, along, spectrum);
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

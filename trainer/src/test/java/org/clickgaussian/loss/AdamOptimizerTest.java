package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamOptimizerTest {
  private static final int STEPS = 20;

  @ParameterizedTest
  @CsvSource({"0,true", "1,true", "13,true", "4098,true", "1,false", "13,false", "4098,false"})
  void followsPyTorchsFormInDoublePrecision(int count, boolean scalar) {
    FeatureLayout layout = new FeatureLayout(7, 3, true);
    int floats = count * layout.dimensions();
    double[] expected = new double[floats];
    double[] first = new double[floats];
    double[] second = new double[floats];
    SplittableRandom random = new SplittableRandom(count);
    try (FeatureField field = new FeatureField(count, layout);
        Workers workers = Workers.of(2);
        AdamOptimizer adam =
            new AdamOptimizer(field, workers, scalar ? Kernels.SCALAR : Kernels.choose());
        Arena arena = Arena.ofConfined()) {
      MemorySegment gradient = arena.allocate(Math.max(4, 4L * floats));
      for (int step = 1; step <= STEPS; step++) {
        for (int i = 0; i < floats; i++) {
          float g = (float) random.nextGaussian() * (i % 5 == 0 ? 1e-6f : 1);
          gradient.setAtIndex(ValueLayout.JAVA_FLOAT, i, g);
          first[i] = 0.9 * first[i] + 0.1 * g;
          second[i] = 0.999 * second[i] + 0.001 * g * g;
          double corrected = first[i] / (1 - Math.pow(0.9, step));
          double divisor = Math.sqrt(second[i] / (1 - Math.pow(0.999, step))) + 1e-15;
          expected[i] -= 0.01 * corrected / divisor;
        }
        adam.step(field, gradient, 0.01, step);
      }
      for (int i = 0; i < floats; i++) {
        // 20 steps of 0.01, each with a few float roundings, 1 - beta2 with one of 1e-4 relative.
        assertThat((double) field.table().getAtIndex(ValueLayout.JAVA_FLOAT, i))
            .isCloseTo(expected[i], Offset.offset(2e-5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void leavesFeaturesWithoutGradientWhereTheyAre(boolean scalar) {
    try (FeatureField field = new FeatureField(5, FeatureLayout.PAPER);
        Workers workers = Workers.of(1);
        AdamOptimizer adam =
            new AdamOptimizer(field, workers, scalar ? Kernels.SCALAR : Kernels.choose());
        Arena arena = Arena.ofConfined()) {
      field.set(3, 4, 0.5f);
      adam.step(field, arena.allocate(4L * 5 * 24), 0.01, 1);
      assertThat(field.get(3, 4)).isEqualTo(0.5f);
      assertThat(field.get(0, 0)).isZero();
    }
  }
}

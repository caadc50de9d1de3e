package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.clickgaussian.scene.RigidTransform;
import org.junit.jupiter.api.Test;

class HarmonicsRotationTest {
  private final Random random = new Random(3);

  @Test
  void theColourAlongATurnedDirectionIsTheOriginalAlongTheUnturnedOne() {
    for (int round = 0; round < 50; round++) {
      double[] rotation = rotation();
      double[] coefficients = random.doubles(16, -2, 2).toArray();
      double[] direction = direction();
      double[] turnedDirection =
          new RigidTransform(rotation, new double[3])
              .apply(direction[0], direction[1], direction[2]);
      for (int degree = 0; degree <= 3; degree++) {
        double[] turned = coefficients.clone();
        new HarmonicsRotation(rotation).apply(turned, 0, 1, degree);
        assertThat(sum(turned, turnedDirection, degree))
            .isCloseTo(sum(coefficients, direction, degree), within(1e-13));
      }
    }
  }

  @Test
  void channelsAreTurnedApart() {
    double[] both = random.doubles(32, -1, 1).toArray();
    double[] second = new double[16];
    double[] first = new double[16];
    for (int k = 0; k < 16; k++) {
      first[k] = both[2 * k];
      second[k] = both[2 * k + 1];
    }
    HarmonicsRotation turn = new HarmonicsRotation(rotation());
    double[] one = both.clone();
    turn.apply(one, 1, 2, 3);
    turn.apply(second, 0, 1, 3);
    for (int k = 0; k < 16; k++) {
      assertThat(one[2 * k]).isEqualTo(first[k]);
      assertThat(one[2 * k + 1]).isEqualTo(second[k]);
    }
  }

  private double sum(double[] coefficients, double[] d, int degree) {
    double[] basis = ReferenceHarmonics.basis(d[0], d[1], d[2]);
    double sum = 0;
    for (int k = 0; k < (degree + 1) * (degree + 1); k++) {
      sum += basis[k] * coefficients[k];
    }
    return sum;
  }

  private double[] direction() {
    double[] d = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    return new double[] {d[0] / length, d[1] / length, d[2] / length};
  }

  private double[] rotation() {
    return RigidTransform.ofQuaternion(
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian(),
            new double[3])
        .rotation();
  }
}

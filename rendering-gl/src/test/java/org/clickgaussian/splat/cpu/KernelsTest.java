package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelsTest {
  private final String before = System.getProperty(Kernels.PROPERTY);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(Kernels.PROPERTY);
    } else {
      System.setProperty(Kernels.PROPERTY, before);
    }
  }

  @Test
  void vectorIsPreferredWhereItsModuleIs() {
    System.clearProperty(Kernels.PROPERTY);
    assertThat(Kernels.preferred()).isEqualTo(Kernels.VECTOR);
  }

  @Test
  void propertyForcesTheChoice() {
    System.setProperty(Kernels.PROPERTY, "Scalar");
    assertThat(Kernels.preferred()).isEqualTo(Kernels.SCALAR);
    System.setProperty(Kernels.PROPERTY, "fast");
    assertThatThrownBy(Kernels::preferred)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("use vector or scalar");
  }
}

package org.clickgaussian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;

/** The build must compile and run tests with the pinned JDK and its Vector API module. */
class ToolchainTest {

  @Test
  void testsRunOnThePinnedJdk() {
    assertThat(Runtime.version().feature()).isEqualTo(25);
  }

  @Test
  void vectorModuleCompilesAndRuns() {
    var species = FloatVector.SPECIES_PREFERRED;
    float sum = FloatVector.broadcast(species, 0.5f).reduceLanes(VectorOperators.ADD);
    assertThat(sum).isEqualTo(species.length() * 0.5f);
  }
}

package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.clickgaussian.scene.GaussianScene;

/** {@link HarmonicsKernel} with one Gaussian in each lane. */
final class VectorHarmonicsKernel implements HarmonicsKernel {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  public void colours(
      GaussianScene scene, float[] eye, int from, int to, float[] scratch, float[] block) {
    // The compiler makes vectors of these plain loops by itself.
    ScalarHarmonicsKernel.loadDirections(scene, eye, from, to, scratch);
    HarmonicsBasis.fill(to - from, scene.harmonicsDegree(), scratch);
    Arrays.fill(block, 0.5f);
    for (int k = 0; k < scene.harmonicsCoefficients(); k++) {
      for (int channel = 0; channel < 3; channel++) {
        add(scene, k, channel, from, to, scratch, block);
      }
    }
    ScalarHarmonicsKernel.clampBelow(block);
  }

  private static void add(
      GaussianScene scene, int k, int channel, int from, int to, float[] basis, float[] block) {
    MemorySegment harmonics = scene.harmonics();
    long plane = (3L * k + channel) * scene.count();
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      int sum = channel * BLOCK + i - from;
      FloatVector.fromArray(FLOATS, basis, k * BLOCK + i - from)
          .fma(
              FloatVector.fromMemorySegment(FLOATS, harmonics, 4 * (plane + i), ORDER),
              FloatVector.fromArray(FLOATS, block, sum))
          .intoArray(block, sum);
    }
    for (; i < to; i++) {
      ScalarHarmonicsKernel.add(scene, k, channel, i, basis, block, i - from);
    }
  }
}

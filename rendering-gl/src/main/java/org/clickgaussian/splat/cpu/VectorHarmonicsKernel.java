package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.clickgaussian.scene.GaussianScene;

/** {@link HarmonicsKernel} with one Gaussian in each lane. */
final class VectorHarmonicsKernel implements HarmonicsKernel {
  private static final VectorSpecies<Float> FLOATS =
      FloatVector.SPECIES_PREFERRED.length() > BLOCK
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  public void colours(GaussianScene scene, float[] eye, int from, int to, float[] block) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      lanes(scene, eye, i, block, i - from);
    }
    if (i < to) {
      float[] basis = new float[scene.harmonicsCoefficients()];
      for (; i < to; i++) {
        ScalarHarmonicsKernel.colour(scene, eye, i, basis, block, i - from);
      }
    }
  }

  private static void lanes(GaussianScene scene, float[] eye, int i, float[] block, int at) {
    int n = scene.count();
    FloatVector x = load(scene.positions(), 0, n, i).sub(eye[0]);
    FloatVector y = load(scene.positions(), 1, n, i).sub(eye[1]);
    FloatVector z = load(scene.positions(), 2, n, i).sub(eye[2]);
    FloatVector inverse = all(1).div(x.fma(x, y.fma(y, z.mul(z))).sqrt());
    x = x.mul(inverse);
    y = y.mul(inverse);
    z = z.mul(inverse);
    MemorySegment harmonics = scene.harmonics();
    int degree = scene.harmonicsDegree();
    for (int channel = 0; channel < 3; channel++) {
      FloatVector sum = add(harmonics, 0, channel, n, i, all(Y0), all(0.5f));
      if (degree > 0) {
        sum = degree1(harmonics, channel, n, i, x, y, z, sum);
      }
      if (degree > 1) {
        sum = degree2(harmonics, channel, n, i, x, y, z, sum);
      }
      if (degree > 2) {
        sum = degree3(harmonics, channel, n, i, x, y, z, sum);
      }
      FloatVector zero = all(0);
      zero.blend(sum, sum.compare(VectorOperators.GT, 0)).intoArray(block, channel * BLOCK + at);
    }
  }

  private static FloatVector degree1(
      MemorySegment harmonics,
      int channel,
      int n,
      int i,
      FloatVector x,
      FloatVector y,
      FloatVector z,
      FloatVector start) {
    FloatVector sum = add(harmonics, 1, channel, n, i, y.mul(-Y1), start);
    sum = add(harmonics, 2, channel, n, i, z.mul(Y1), sum);
    return add(harmonics, 3, channel, n, i, x.mul(-Y1), sum);
  }

  private static FloatVector degree2(
      MemorySegment harmonics,
      int channel,
      int n,
      int i,
      FloatVector x,
      FloatVector y,
      FloatVector z,
      FloatVector start) {
    FloatVector xx = x.mul(x);
    FloatVector yy = y.mul(y);
    FloatVector zz = z.mul(z);
    FloatVector sum = add(harmonics, 4, channel, n, i, x.mul(y).mul(Y2_XY), start);
    sum = add(harmonics, 5, channel, n, i, y.mul(z).mul(-Y2_XY), sum);
    sum = add(harmonics, 6, channel, n, i, zz.mul(2).sub(xx).sub(yy).mul(Y2_ZZ), sum);
    sum = add(harmonics, 7, channel, n, i, x.mul(z).mul(-Y2_XY), sum);
    return add(harmonics, 8, channel, n, i, xx.sub(yy).mul(Y2_XX), sum);
  }

  private static FloatVector degree3(
      MemorySegment harmonics,
      int channel,
      int n,
      int i,
      FloatVector x,
      FloatVector y,
      FloatVector z,
      FloatVector start) {
    FloatVector xx = x.mul(x);
    FloatVector yy = y.mul(y);
    FloatVector zz = z.mul(z);
    FloatVector along = zz.mul(4).sub(xx).sub(yy);
    FloatVector sum = start;
    sum = add(harmonics, 9, channel, n, i, xx.mul(3).sub(yy).mul(y).mul(-Y3_A), sum);
    sum = add(harmonics, 10, channel, n, i, x.mul(y).mul(z).mul(Y3_XYZ), sum);
    sum = add(harmonics, 11, channel, n, i, along.mul(y).mul(-Y3_B), sum);
    FloatVector polar = zz.mul(2).sub(xx.mul(3)).sub(yy.mul(3)).mul(z).mul(Y3_ZZZ);
    sum = add(harmonics, 12, channel, n, i, polar, sum);
    sum = add(harmonics, 13, channel, n, i, along.mul(x).mul(-Y3_B), sum);
    sum = add(harmonics, 14, channel, n, i, xx.sub(yy).mul(z).mul(Y3_C), sum);
    return add(harmonics, 15, channel, n, i, xx.sub(yy.mul(3)).mul(x).mul(-Y3_A), sum);
  }

  /** Adds basis function k times its coefficient. */
  private static FloatVector add(
      MemorySegment harmonics,
      int k,
      int channel,
      int n,
      int i,
      FloatVector basis,
      FloatVector sum) {
    return basis.fma(load(harmonics, 3 * k + channel, n, i), sum);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(FLOATS, value);
  }

  private static FloatVector load(MemorySegment planes, int plane, int n, int i) {
    return FloatVector.fromMemorySegment(FLOATS, planes, 4 * ((long) plane * n + i), ORDER);
  }
}

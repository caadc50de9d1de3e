package org.clickgaussian.splat.cpu;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link BlendKernel} with as many pixels of a row at a time as a vector holds, at most 16. */
final class VectorBlendKernel implements BlendKernel {
  private static final int SIDE = TileGrid.SIDE;
  private static final int CHUNK = TileBlend.CHUNK;
  private static final int STRIDE = TileBlend.PLANE_STRIDE;
  private static final VectorSpecies<Float> FLOATS =
      FloatVector.SPECIES_PREFERRED.length() > SIDE
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final float[] COLUMNS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  @Override
  public void weigh(ProjectedGaussians gaussians, int[] list, int from, int to, TileBlend tile) {
    float[] values = gaussians.values();
    Arrays.fill(tile.entries, 0);
    for (int j = from; j < to && tile.liveRows != 0; j++) {
      weighGaussian(values, list[j] * ProjectedGaussians.STRIDE, j - from, tile);
      if ((j - from) % TileBlend.CHECK == TileBlend.CHECK - 1) {
        dropFinishedRows(tile);
      }
    }
    dropFinishedRows(tile);
  }

  private static void weighGaussian(float[] values, int at, int position, TileBlend tile) {
    float p = values[at + ProjectedGaussians.P];
    float q = values[at + ProjectedGaussians.Q];
    float r = values[at + ProjectedGaussians.R];
    float minusLogOpacity = -values[at + ProjectedGaussians.LOG_OPACITY];
    double dx = tile.left + 0.5 - values[at + ProjectedGaussians.X];
    double dy = tile.top + 0.5 - values[at + ProjectedGaussians.Y];
    double u = p * dx + q * dy;
    int rows =
        tile.liveRows
            & ScalarBlendKernel.rowsWithin(values[at + ProjectedGaussians.HALF_HEIGHT], dy);
    while (rows != 0) {
      int y = Integer.numberOfTrailingZeros(rows);
      rows &= rows - 1;
      float v = (float) (r * (dy + y));
      weighRow(tile, y, p, (float) (u + (double) q * y), Math.fma(v, v, minusLogOpacity), position);
    }
  }

  private static void weighRow(
      TileBlend tile, int y, float p, float u0, float rowPart, int position) {
    float[] transmittance = tile.transmittance;
    int entry = y * CHUNK + tile.entries[y];
    for (int x = 0; x < SIDE; x += LANES) {
      FloatVector column = FloatVector.fromArray(FLOATS, COLUMNS, x);
      FloatVector u = column.fma(all(p), all(u0));
      FloatVector d = u.fma(u, all(rowPart));
      VectorMask<Float> reached = d.compare(VectorOperators.LE, LARGEST_EXPONENT);
      FloatVector alpha = all(0).blend(limited(twoToMinus(d)), reached);
      FloatVector before = FloatVector.fromArray(FLOATS, transmittance, y * SIDE + x);
      FloatVector weight = alpha.mul(before);
      FloatVector after = before.sub(weight);
      VectorMask<Float> finished = after.compare(VectorOperators.LT, SMALLEST_TRANSMITTANCE);
      weight.blend(0, finished).intoArray(tile.weights, entry * SIDE + x);
      after.blend(before.abs().neg(), finished).intoArray(transmittance, y * SIDE + x);
    }
    tile.positions[entry] = position;
    tile.entries[y]++;
  }

  /** Takes the rows out of which all pixels are finished. */
  private static void dropFinishedRows(TileBlend tile) {
    for (int y = 0; y < SIDE; y++) {
      boolean open = false;
      for (int x = 0; x < SIDE; x += LANES) {
        FloatVector through = FloatVector.fromArray(FLOATS, tile.transmittance, y * SIDE + x);
        open |= through.compare(VectorOperators.GT, 0).anyTrue();
      }
      if (!open) {
        tile.liveRows &= ~(1 << y);
      }
    }
  }

  private static FloatVector limited(FloatVector alpha) {
    return alpha.blend(LARGEST_ALPHA, alpha.compare(VectorOperators.GT, LARGEST_ALPHA));
  }

  /** 2^−d, see {@link ExpTwo}. */
  private static FloatVector twoToMinus(FloatVector d) {
    FloatVector shifted = d.add(ExpTwo.ROUND);
    FloatVector f = shifted.sub(ExpTwo.ROUND).sub(d);
    FloatVector power = all(ExpTwo.C6).fma(f, all(ExpTwo.C5));
    power = power.fma(f, all(ExpTwo.C4));
    power = power.fma(f, all(ExpTwo.C3));
    power = power.fma(f, all(ExpTwo.C2));
    power = power.fma(f, all(ExpTwo.C1));
    power = power.fma(f, all(ExpTwo.C0));
    IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    return power.reinterpretAsInts().sub(exponent).reinterpretAsFloats();
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(FLOATS, value);
  }

  @Override
  public void accumulate(TileBlend tile, int channels) {
    for (int y = 0; y < SIDE; y++) {
      if (tile.entries[y] == 0) {
        continue;
      }
      for (int x = 0; x < SIDE; x += LANES) {
        int c = 0;
        for (; c + 8 <= channels; c += 8) {
          accumulate8(tile, y, x, channels, c);
        }
        for (; c + 5 <= channels; c += 5) {
          accumulate5(tile, y, x, channels, c);
        }
        for (; c < channels; c++) {
          accumulate1(tile, y, x, channels, c);
        }
      }
    }
  }

  private static void accumulate1(TileBlend tile, int y, int x, int channels, int channel) {
    int plane = channel * STRIDE + y * SIDE + x;
    FloatVector sum = FloatVector.fromArray(FLOATS, tile.planes, plane);
    int end = y * CHUNK + tile.entries[y];
    for (int e = y * CHUNK; e < end; e++) {
      FloatVector weight = FloatVector.fromArray(FLOATS, tile.weights, e * SIDE + x);
      sum = weight.fma(all(tile.attributes[tile.positions[e] * channels + channel]), sum);
    }
    sum.intoArray(tile.planes, plane);
  }

  private static void accumulate5(TileBlend tile, int y, int x, int channels, int channel) {
    float[] values = tile.attributes;
    float[] planes = tile.planes;
    int plane = channel * STRIDE + y * SIDE + x;
    FloatVector sum0 = FloatVector.fromArray(FLOATS, planes, plane);
    FloatVector sum1 = FloatVector.fromArray(FLOATS, planes, plane + STRIDE);
    FloatVector sum2 = FloatVector.fromArray(FLOATS, planes, plane + 2 * STRIDE);
    FloatVector sum3 = FloatVector.fromArray(FLOATS, planes, plane + 3 * STRIDE);
    FloatVector sum4 = FloatVector.fromArray(FLOATS, planes, plane + 4 * STRIDE);
    int end = y * CHUNK + tile.entries[y];
    for (int e = y * CHUNK; e < end; e++) {
      FloatVector weight = FloatVector.fromArray(FLOATS, tile.weights, e * SIDE + x);
      int value = tile.positions[e] * channels + channel;
      sum0 = weight.fma(all(values[value]), sum0);
      sum1 = weight.fma(all(values[value + 1]), sum1);
      sum2 = weight.fma(all(values[value + 2]), sum2);
      sum3 = weight.fma(all(values[value + 3]), sum3);
      sum4 = weight.fma(all(values[value + 4]), sum4);
    }
    sum0.intoArray(planes, plane);
    sum1.intoArray(planes, plane + STRIDE);
    sum2.intoArray(planes, plane + 2 * STRIDE);
    sum3.intoArray(planes, plane + 3 * STRIDE);
    sum4.intoArray(planes, plane + 4 * STRIDE);
  }

  private static void accumulate8(TileBlend tile, int y, int x, int channels, int channel) {
    float[] values = tile.attributes;
    float[] planes = tile.planes;
    int plane = channel * STRIDE + y * SIDE + x;
    FloatVector sum0 = FloatVector.fromArray(FLOATS, planes, plane);
    FloatVector sum1 = FloatVector.fromArray(FLOATS, planes, plane + STRIDE);
    FloatVector sum2 = FloatVector.fromArray(FLOATS, planes, plane + 2 * STRIDE);
    FloatVector sum3 = FloatVector.fromArray(FLOATS, planes, plane + 3 * STRIDE);
    FloatVector sum4 = FloatVector.fromArray(FLOATS, planes, plane + 4 * STRIDE);
    FloatVector sum5 = FloatVector.fromArray(FLOATS, planes, plane + 5 * STRIDE);
    FloatVector sum6 = FloatVector.fromArray(FLOATS, planes, plane + 6 * STRIDE);
    FloatVector sum7 = FloatVector.fromArray(FLOATS, planes, plane + 7 * STRIDE);
    int end = y * CHUNK + tile.entries[y];
    for (int e = y * CHUNK; e < end; e++) {
      FloatVector weight = FloatVector.fromArray(FLOATS, tile.weights, e * SIDE + x);
      int value = tile.positions[e] * channels + channel;
      sum0 = weight.fma(all(values[value]), sum0);
      sum1 = weight.fma(all(values[value + 1]), sum1);
      sum2 = weight.fma(all(values[value + 2]), sum2);
      sum3 = weight.fma(all(values[value + 3]), sum3);
      sum4 = weight.fma(all(values[value + 4]), sum4);
      sum5 = weight.fma(all(values[value + 5]), sum5);
      sum6 = weight.fma(all(values[value + 6]), sum6);
      sum7 = weight.fma(all(values[value + 7]), sum7);
    }
    sum0.intoArray(planes, plane);
    sum1.intoArray(planes, plane + STRIDE);
    sum2.intoArray(planes, plane + 2 * STRIDE);
    sum3.intoArray(planes, plane + 3 * STRIDE);
    sum4.intoArray(planes, plane + 4 * STRIDE);
    sum5.intoArray(planes, plane + 5 * STRIDE);
    sum6.intoArray(planes, plane + 6 * STRIDE);
    sum7.intoArray(planes, plane + 7 * STRIDE);
  }
}

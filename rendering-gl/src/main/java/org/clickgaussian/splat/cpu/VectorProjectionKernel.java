package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link ProjectionKernel} with one Gaussian in each lane. */
final class VectorProjectionKernel implements ProjectionKernel {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
  private static final int LANES = DOUBLES.length();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  public void project(
      Projection camera, ActivatedGaussians gaussians, int from, int to, double[] block) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      projectLanes(camera, gaussians, i, block, i - from);
    }
    for (; i < to; i++) {
      ScalarProjectionKernel.project(camera, gaussians, i, block, i - from);
    }
  }

  private static void projectLanes(
      Projection camera, ActivatedGaussians gaussians, int i, double[] block, int at) {
    int n = gaussians.count();
    MemorySegment positions = gaussians.positions();
    DoubleVector x = load(positions, 0, n, i);
    DoubleVector y = load(positions, 1, n, i);
    DoubleVector z = load(positions, 2, n, i);
    double[] w = camera.w();
    double[] t = camera.t();
    DoubleVector depth = along(w, 6, t[2], x, y, z);
    DoubleVector inverse = all(1).div(depth);
    DoubleVector tanX = along(w, 0, t[0], x, y, z).mul(inverse);
    DoubleVector tanY = along(w, 3, t[1], x, y, z).mul(inverse);
    DoubleVector minusX = tanX.max(-camera.limitX()).min(camera.limitX()).neg();
    DoubleVector minusY = tanY.max(-camera.limitY()).min(camera.limitY()).neg();
    DoubleVector scaleX = inverse.mul(camera.fx());
    DoubleVector scaleY = inverse.mul(camera.fy());
    DoubleVector ax = minusX.fma(all(w[6]), all(w[0])).mul(scaleX);
    DoubleVector ay = minusX.fma(all(w[7]), all(w[1])).mul(scaleX);
    DoubleVector az = minusX.fma(all(w[8]), all(w[2])).mul(scaleX);
    DoubleVector bx = minusY.fma(all(w[6]), all(w[3])).mul(scaleY);
    DoubleVector by = minusY.fma(all(w[7]), all(w[4])).mul(scaleY);
    DoubleVector bz = minusY.fma(all(w[8]), all(w[5])).mul(scaleY);
    DoubleVector xx = all(Projection.DILATION);
    DoubleVector xy = all(0);
    DoubleVector yy = all(Projection.DILATION);
    for (int column = 0; column < 3; column++) {
      DoubleVector m0 = load(gaussians.axes(), column, n, i);
      DoubleVector m1 = load(gaussians.axes(), 3 + column, n, i);
      DoubleVector m2 = load(gaussians.axes(), 6 + column, n, i);
      DoubleVector a = ax.fma(m0, ay.fma(m1, az.mul(m2)));
      DoubleVector b = bx.fma(m0, by.fma(m1, bz.mul(m2)));
      xx = a.fma(a, xx);
      xy = a.fma(b, xy);
      yy = b.fma(b, yy);
    }
    DoubleVector determinant = xx.fma(yy, xy.mul(xy).neg());
    DoubleVector middle = xx.add(yy).mul(0.5);
    DoubleVector spread = middle.fma(middle, determinant.neg()).max(0.1).sqrt();
    DoubleVector p = yy.mul(Projection.HALF_LOG2_E).div(determinant).sqrt();
    tanX.fma(all(camera.fx()), all(camera.cx())).intoArray(block, X * BLOCK + at);
    tanY.fma(all(camera.fy()), all(camera.cy())).intoArray(block, Y * BLOCK + at);
    p.intoArray(block, P * BLOCK + at);
    p.mul(xy).neg().div(yy).intoArray(block, Q * BLOCK + at);
    all(Projection.HALF_LOG2_E).div(yy).sqrt().intoArray(block, R * BLOCK + at);
    middle.add(spread).sqrt().mul(3).intoArray(block, REACH * BLOCK + at);
    depth.intoArray(block, DEPTH * BLOCK + at);
    DoubleVector logOpacity = load(gaussians.logOpacities(), 0, n, i);
    DoubleVector squared =
        logOpacity.fma(all(BUDGET_FACTOR), all(BUDGET_OFFSET)).div(Projection.HALF_LOG2_E);
    DoubleVector halfWidth = squared.mul(xx).sqrt();
    halfWidth.add(ROUNDING).intoArray(block, HALF_WIDTH * BLOCK + at);
    squared.mul(yy).sqrt().add(ROUNDING).intoArray(block, HALF_HEIGHT * BLOCK + at);
    halfWidth.mul(xy).div(xx).intoArray(block, RIGHTMOST * BLOCK + at);
  }

  private static DoubleVector along(
      double[] w, int row, double t, DoubleVector x, DoubleVector y, DoubleVector z) {
    return x.fma(all(w[row]), y.fma(all(w[row + 1]), z.fma(all(w[row + 2]), all(t))));
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  private static DoubleVector load(MemorySegment planes, int plane, int n, int i) {
    long offset = 4 * ((long) plane * n + i);
    FloatVector floats = FloatVector.fromMemorySegment(FLOATS, planes, offset, ORDER);
    return (DoubleVector) floats.convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}

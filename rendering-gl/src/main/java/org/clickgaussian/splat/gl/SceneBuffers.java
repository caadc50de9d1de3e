package org.clickgaussian.splat.gl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.cpu.ActivatedGaussians;
import org.clickgaussian.work.Workers;

/**
 * What no camera changes about the Gaussians, on the device: planes of float[N] as the scene has
 * them.
 */
final class SceneBuffers implements AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final int PIECE = 4096;

  /** Planes of {@link #geometry}: position, axes, log₂ of the opacity. */
  private static final int AXES = 3;

  private static final int LOG_OPACITY = 12;
  private static final int GEOMETRY = 13;

  /** Stands for the logarithm of an opacity of 0; no arithmetic makes an infinity of it. */
  private static final float UNSEEN = -1e30f;

  /** Gaussians whose values are brought to the device at a time. */
  private static final int MOST_CHANGES = 1 << 16;

  private final GlContext context;
  private final GaussianScene scene;
  private final Workers workers;
  private final ActivatedGaussians activated;
  private BitSet hidden = new BitSet();
  private GlBuffer geometry;
  private GlBuffer harmonics;

  SceneBuffers(GlContext context, GaussianScene scene, Workers workers) {
    this.context = context;
    this.scene = scene;
    this.workers = workers;
    this.activated = new ActivatedGaussians(scene, workers);
    try {
      upload();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void upload() {
    long n = scene.count();
    try (Arena arena = Arena.ofShared()) {
      MemorySegment logOpacities = arena.allocate(4 * n, 64);
      workers.forRanges(
          scene.count(),
          PIECE,
          (piece, from, to) -> {
            for (int i = from; i < to; i++) {
              logOpacities.setAtIndex(FLOAT, i, logOpacity(i));
            }
          });
      context.run(
          () -> {
            geometry = context.buffer(GEOMETRY * n);
            geometry.upload(0, scene.positions(), AXES * n);
            geometry.upload(AXES * n, activated.axes(), (LOG_OPACITY - AXES) * n);
            geometry.upload(LOG_OPACITY * n, logOpacities, n);
            harmonics = context.buffer(harmonicsPlanes() * n);
            harmonics.upload(0, scene.harmonics(), harmonicsPlanes() * n);
          });
    }
  }

  private long harmonicsPlanes() {
    return 3L * scene.harmonicsCoefficients();
  }

  /** N, the number of Gaussians. */
  int count() {
    return scene.count();
  }

  /** Degree of the spherical harmonics. */
  int harmonicsDegree() {
    return scene.harmonicsDegree();
  }

  /** 13 planes: x, y, z, the axes row by row, log₂ of the opacity. */
  GlBuffer geometry() {
    return geometry;
  }

  /** Planes 3k + channel of the spherical harmonics. */
  GlBuffer harmonics() {
    return harmonics;
  }

  /** Gives these Gaussians an opacity of zero, and the others theirs back. */
  void hide(BitSet gaussians) {
    BitSet differing = (BitSet) gaussians.clone();
    differing.xor(hidden);
    hidden = (BitSet) gaussians.clone();
    activated.hide(gaussians);
    int[] changes = differing.stream().filter(i -> i < count()).toArray();
    context.run(
        () ->
            scatter(changes, geometry, LOG_OPACITY, 1, (plane, gaussian) -> logOpacity(gaussian)));
  }

  /** Takes over what changed about some Gaussians of the scene. */
  void refresh(int[] gaussians) {
    activated.refresh(gaussians, workers);
    int planes = (int) harmonicsPlanes();
    context.run(
        () -> {
          scatter(gaussians, geometry, 0, GEOMETRY, this::geometry);
          scatter(gaussians, harmonics, 0, planes, (k, i) -> scene.harmonic(i, k / 3, k % 3));
        });
  }

  private float geometry(int plane, int i) {
    if (plane < AXES) {
      return scene.position(i, plane);
    }
    return plane == LOG_OPACITY ? logOpacity(i) : axis(plane - AXES, i);
  }

  private float axis(int plane, int i) {
    return activated.axes().getAtIndex(FLOAT, (long) plane * scene.count() + i);
  }

  /** log₂ of the opacity, that of nothing for Gaussians of which anything is not finite. */
  private float logOpacity(int i) {
    float logOpacity = activated.logOpacity(i);
    boolean finite = !Float.isNaN(logOpacity);
    for (int plane = 0; plane < LOG_OPACITY; plane++) {
      finite &= Float.isFinite(geometry(plane, i));
    }
    return finite ? Math.max(logOpacity, UNSEEN) : UNSEEN;
  }

  /** The value of a Gaussian in a plane. */
  @FunctionalInterface
  private interface PlaneValue {
    float at(int plane, int gaussian);
  }

  /** Brings the values of some Gaussians to the device. */
  private void scatter(
      int[] gaussians, GlBuffer target, int firstPlane, int planes, PlaneValue value) {
    for (int from = 0; from < gaussians.length; from += MOST_CHANGES) {
      int to = Math.min(gaussians.length, from + MOST_CHANGES);
      scatterPiece(Arrays.copyOfRange(gaussians, from, to), target, firstPlane, planes, value);
    }
  }

  private void scatterPiece(
      int[] gaussians, GlBuffer target, int firstPlane, int planes, PlaneValue value) {
    int changes = gaussians.length;
    GlKernel kernel = context.kernel(GlRasterizer.class, "scatter.comp", Map.of());
    try (Arena arena = Arena.ofConfined();
        GlBuffer indices = context.buffer(changes);
        GlBuffer values = context.buffer((long) planes * changes)) {
      MemorySegment staging = arena.allocate(4L * planes * changes, 64);
      for (int plane = 0; plane < planes; plane++) {
        for (int k = 0; k < changes; k++) {
          float changed = value.at(firstPlane + plane, gaussians[k]);
          staging.setAtIndex(FLOAT, (long) plane * changes + k, changed);
        }
      }
      indices.upload(gaussians);
      values.upload(staging, (long) planes * changes);
      kernel
          .with("indices", indices)
          .with("values", values)
          .with("target", target)
          .set("changes", changes)
          .set("count", scene.count())
          .set("firstPlane", firstPlane)
          .set("planes", planes)
          .dispatch(Math.ceilDiv((long) planes * changes, GlRasterizer.GROUP));
    }
  }

  @Override
  public void close() {
    activated.close();
    for (GlBuffer buffer : new GlBuffer[] {geometry, harmonics}) {
      if (buffer != null) {
        buffer.close();
      }
    }
  }
}

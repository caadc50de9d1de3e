package org.clickgaussian.splat.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;

/**
 * What no camera changes about the Gaussians: their axes M = R(q) · diag(e^s), so that the 3D
 * covariance is M Mᵀ, and log₂ of their opacity. Off-heap, structure of arrays.
 *
 * <p>The axes rather than the covariance are kept because the projected covariance (J W M)(J W M)ᵀ
 * then stays positive definite in spite of rounding.
 */
public final class ActivatedGaussians implements AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final int PIECE = 4096;

  private final Arena arena = Arena.ofShared();
  private final GaussianScene scene;
  private final MemorySegment axes;
  private final MemorySegment logOpacities;
  private BitSet invisible = new BitSet();

  /**
   * Computes them for all Gaussians.
   *
   * @param scene stays the caller's to close, after this
   */
  public ActivatedGaussians(GaussianScene scene, Workers workers) {
    this.scene = scene;
    this.axes = arena.allocate(36L * scene.count(), 64);
    this.logOpacities = arena.allocate(4L * scene.count(), 64);
    workers.forRanges(
        scene.count(),
        PIECE,
        (piece, from, to) -> {
          for (int i = from; i < to; i++) {
            activate(i);
          }
        });
  }

  /** N, the number of Gaussians. */
  public int count() {
    return scene.count();
  }

  /** Gives these Gaussians an opacity of zero, so that no camera sees them, and the others back. */
  public void hide(BitSet gaussians) {
    BitSet differing = (BitSet) gaussians.clone();
    differing.xor(invisible);
    invisible = (BitSet) gaussians.clone();
    differing.stream().filter(i -> i < count()).forEach(this::activateOpacity);
  }

  /** Takes over what changed about some Gaussians of the scene. */
  public void refresh(int[] gaussians, Workers workers) {
    workers.forRanges(
        gaussians.length,
        PIECE,
        (piece, from, to) -> {
          for (int k = from; k < to; k++) {
            activate(gaussians[k]);
          }
        });
  }

  /** Three planes x, y, z of float[N]. */
  public MemorySegment positions() {
    return scene.positions();
  }

  /** Nine planes of float[N]: plane 3 · row + column of M. */
  public MemorySegment axes() {
    return axes;
  }

  /** float[N]: log₂ of the opacity. */
  public MemorySegment logOpacities() {
    return logOpacities;
  }

  /** log₂ of the opacity of Gaussian i. */
  public float logOpacity(int i) {
    return logOpacities.getAtIndex(FLOAT, i);
  }

  private void activate(int i) {
    double w = scene.rotation(i, 0);
    double x = scene.rotation(i, 1);
    double y = scene.rotation(i, 2);
    double z = scene.rotation(i, 3);
    double n = 2 / (w * w + x * x + y * y + z * z);
    double sx = Math.exp(scene.logScale(i, 0));
    double sy = Math.exp(scene.logScale(i, 1));
    double sz = Math.exp(scene.logScale(i, 2));
    setRow(
        i, 0, (1 - n * (y * y + z * z)) * sx, n * (x * y - w * z) * sy, n * (x * z + w * y) * sz);
    setRow(
        i, 1, n * (x * y + w * z) * sx, (1 - n * (x * x + z * z)) * sy, n * (y * z - w * x) * sz);
    setRow(
        i, 2, n * (x * z - w * y) * sx, n * (y * z + w * x) * sy, (1 - n * (x * x + y * y)) * sz);
    activateOpacity(i);
  }

  private void activateOpacity(int i) {
    double opacity = invisible.get(i) ? 0 : 1 / (1 + Math.exp(-scene.opacityLogit(i)));
    logOpacities.setAtIndex(FLOAT, i, (float) (Math.log(opacity) / Math.log(2)));
  }

  private void setRow(int i, int row, double a, double b, double c) {
    long n = scene.count();
    axes.setAtIndex(FLOAT, 3 * row * n + i, (float) a);
    axes.setAtIndex(FLOAT, (3 * row + 1) * n + i, (float) b);
    axes.setAtIndex(FLOAT, (3 * row + 2) * n + i, (float) c);
  }

  @Override
  public void close() {
    arena.close();
  }
}

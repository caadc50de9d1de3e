package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;

/** Colours of the visible Gaussians from the camera's place. */
final class GaussianColours {
  /** Floats of a Gaussian: red, green, blue and one that stays free. */
  static final int STRIDE = 4;

  private static final int PIECE = 4096;
  private static final int BLOCK = HarmonicsKernel.BLOCK;

  private GaussianColours() {}

  static void compute(
      HarmonicsKernel kernel,
      GaussianScene scene,
      Camera camera,
      ViewMemory memory,
      Workers workers) {
    double[] centre = camera.centre();
    float[] eye = {(float) centre[0], (float) centre[1], (float) centre[2]};
    workers.forRanges(
        memory.gaussians.visibleCount(),
        PIECE,
        (piece, from, to) -> compute(kernel, scene, eye, memory, from, to));
  }

  /**
   * Colours the visible Gaussians number {@code from} to {@code to}: of each aligned block of the
   * scene that holds a visible one all are computed, which is cheaper than gathering them.
   */
  private static void compute(
      HarmonicsKernel kernel,
      GaussianScene scene,
      float[] eye,
      ViewMemory memory,
      int from,
      int to) {
    float[] block = new float[3 * BLOCK];
    float[] scratch = new float[HarmonicsKernel.SCRATCH];
    int[] visible = memory.gaussians.visible();
    int blockEnd = 0;
    int blockStart = 0;
    for (int j = from; j < to; j++) {
      int i = visible[j];
      if (i >= blockEnd) {
        blockStart = i / BLOCK * BLOCK;
        blockEnd = Math.min(blockStart + BLOCK, scene.count());
        kernel.colours(scene, eye, blockStart, blockEnd, scratch, block);
      }
      for (int channel = 0; channel < 3; channel++) {
        memory.colours[i * STRIDE + channel] = block[channel * BLOCK + i - blockStart];
      }
    }
  }
}

package org.clickgaussian.splat;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Optional;
import org.clickgaussian.scene.Camera;

/**
 * The Gaussians of a scene as one camera sees them: projected, sorted by depth, listed by tile.
 *
 * <p>Pixels are numbered row by row: pixel = row · width + column. Indices of Gaussians are those
 * of the {@link org.clickgaussian.scene.GaussianScene} that was splatted.
 */
public interface SplattedView extends AutoCloseable {
  /** The camera. */
  Camera camera();

  /**
   * Colour, alpha and depth of every pixel (Eq. 1).
   *
   * @param background red, green, blue behind everything, 0 to 1
   */
  Frame frame(float[] background);

  /**
   * Blends rows of a table instead of colours, background 0 (Eq. 2).
   *
   * @param table row-major float[N][channels]; row i belongs to Gaussian i
   * @param channels the number of floats in a row, at least 1
   * @return float[pixels · channels], the channels of a pixel side by side
   */
  float[] channels(MemorySegment table, int channels);

  /**
   * The colours of {@link #frame} as they are shown on a screen, where they can be had faster so.
   *
   * @param background red, green, blue behind everything, 0 to 1
   * @return 0xffRRGGBB, rounded to the nearest of 256 steps: int[pixels]; empty where the frame is
   *     as fast
   */
  default Optional<int[]> packedColours(float[] background) {
    return Optional.empty();
  }

  /**
   * Three {@link #channels} as red, green and blue as they are shown on a screen, where they can be
   * had faster so.
   *
   * @param table row-major float[N][3]; row i belongs to Gaussian i
   * @return 0xffRRGGBB, clamped and rounded to the nearest of 256 steps: int[pixels]; empty where
   *     the channels are as fast
   */
  default Optional<int[]> packedChannels(MemorySegment table) {
    return Optional.empty();
  }

  /** Σ w of every pixel: float[pixels]. */
  float[] alpha();

  /**
   * For every pixel the Gaussian at its visible surface: the first, from the front, at which the
   * transmittance falls to one half or less; −1 where it never does. int[pixels].
   */
  int[] frontGaussians();

  /**
   * Brings Σ_{i in set} w_i of every pixel up to date after the set changed. Pixels that no changed
   * Gaussian can reach are left alone. The result is, to the bit, that of {@link #channels} with a
   * table of one channel, 1 for members and 0 for others.
   *
   * @param set bits by index of the Gaussian
   * @param changed the Gaussians that joined or left the set since {@code coverage} was right
   * @param coverage float[pixels]; zeros are right for the empty set
   * @return how many tiles were blended
   */
  int updateCoverage(BitSet set, BitSet changed, float[] coverage);

  /**
   * The blend weights of some pixels, front to back.
   *
   * @param pixels pixel numbers, in any order, repeats allowed; row r of the result belongs to
   *     pixels[r]
   */
  BlendWeights blendWeights(int[] pixels);

  /**
   * Visits every blend weight of the image, tile by tile, from several threads at once; within one
   * tile in order (Gaussians front to back). Tiles are numbered row by row.
   */
  void visitTiles(TileVisitor visitor);

  @Override
  void close();

  /** Takes the blend weights of one tile. */
  @FunctionalInterface
  interface TileVisitor {
    /**
     * One tile's blend weights.
     *
     * @param tile number of the tile
     * @param entries the number of blend weights in the tile
     * @param pixels pixel number of each
     * @param gaussians index of the Gaussian of each
     * @param weights w = αT of each. The arrays may be longer than {@code entries} and are used
     *     again for the next tile.
     */
    void visit(int tile, int entries, int[] pixels, int[] gaussians, float[] weights);
  }
}

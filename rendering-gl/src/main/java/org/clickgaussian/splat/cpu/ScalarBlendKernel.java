package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/** {@link BlendKernel} one pixel at a time. */
final class ScalarBlendKernel implements BlendKernel {
  private static final int SIDE = TileGrid.SIDE;
  private static final int CHUNK = TileBlend.CHUNK;

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
    int rows = tile.liveRows & rowsWithin(values[at + ProjectedGaussians.HALF_HEIGHT], dy);
    while (rows != 0) {
      int y = Integer.numberOfTrailingZeros(rows);
      rows &= rows - 1;
      float v = (float) (r * (dy + y));
      weighRow(tile, y, p, (float) (u + (double) q * y), Math.fma(v, v, minusLogOpacity), position);
    }
  }

  /**
   * The rows of a tile that lie within a distance of a Gaussian's centre, as bits.
   *
   * @param halfHeight distance in pixels
   * @param dy the first row's centre minus the Gaussian's, in pixels
   */
  static int rowsWithin(float halfHeight, double dy) {
    int first = Math.max(0, (int) Math.ceil(-halfHeight - dy));
    int last = Math.min(SIDE - 1, (int) Math.floor(halfHeight - dy));
    return first > last ? 0 : (2 << last) - (1 << first);
  }

  /** One row: u of its first pixel, and v² − L, the part of the exponent common to all of it. */
  private static void weighRow(
      TileBlend tile, int y, float p, float u0, float rowPart, int position) {
    float[] transmittance = tile.transmittance;
    int entry = y * CHUNK + tile.entries[y];
    for (int x = 0; x < SIDE; x++) {
      float u = Math.fma(x, p, u0);
      float d = Math.fma(u, u, rowPart);
      float alpha = d <= LARGEST_EXPONENT ? Math.min(ExpTwo.ofMinus(d), LARGEST_ALPHA) : 0;
      float before = transmittance[y * SIDE + x];
      float weight = alpha * before;
      float after = before - weight;
      boolean finished = after < SMALLEST_TRANSMITTANCE;
      tile.weights[entry * SIDE + x] = finished ? 0 : weight;
      transmittance[y * SIDE + x] = finished ? -Math.abs(before) : after;
    }
    tile.positions[entry] = position;
    tile.entries[y]++;
  }

  /** Takes the rows out of which all pixels are finished. */
  private static void dropFinishedRows(TileBlend tile) {
    for (int y = 0; y < SIDE; y++) {
      boolean open = false;
      for (int x = 0; x < SIDE; x++) {
        open |= tile.transmittance[y * SIDE + x] > 0;
      }
      if (!open) {
        tile.liveRows &= ~(1 << y);
      }
    }
  }

  @Override
  public void accumulate(TileBlend tile, int channels) {
    for (int y = 0; y < SIDE; y++) {
      for (int e = y * CHUNK; e < y * CHUNK + tile.entries[y]; e++) {
        int values = tile.positions[e] * channels;
        for (int c = 0; c < channels; c++) {
          float value = tile.attributes[values + c];
          int plane = c * TileBlend.PLANE_STRIDE + y * SIDE;
          for (int x = 0; x < SIDE; x++) {
            tile.planes[plane + x] =
                Math.fma(tile.weights[e * SIDE + x], value, tile.planes[plane + x]);
          }
        }
      }
    }
  }
}

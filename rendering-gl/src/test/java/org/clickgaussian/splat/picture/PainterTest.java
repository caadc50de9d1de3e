package org.clickgaussian.splat.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.Test;

class PainterTest {

  @Test
  void colourIsTheFrameItself() {
    float[] rgb = {0, 0.5f, 1, 2, -1, 0.25f};
    RgbImage image = ColourPainter.onBlack().paint(view(rgb, new float[2], new float[2])).image();
    assertThat(image.rgb()).containsExactly(0, (byte) 128, (byte) 255, (byte) 255, 0, 64);
  }

  @Test
  void alphaIsGrey() {
    Picture picture =
        new AlphaPainter().paint(view(new float[6], new float[] {0, 1}, new float[2]));
    assertThat(picture.image().rgb()).containsExactly(0, 0, 0, (byte) 255, (byte) 255, (byte) 255);
    assertThat(picture.legend()).contains("white 1");
  }

  @Test
  void nearIsWhiterThanFarAndUncoveredIsBlack() {
    float[] alpha = {1, 0.5f, 0.4f};
    float[] depth = {2, 4, 0.1f};
    Picture picture = new DepthPainter().paint(view(new float[9], alpha, depth));
    assertThat(picture.image().channel(0, 0, 0)).isEqualTo(255);
    assertThat(picture.image().channel(1, 0, 0)).isBetween(1, 100);
    assertThat(picture.image().channel(2, 0, 0)).isZero();
  }

  @Test
  void emptyViewIsBlack() {
    Picture picture = new DepthPainter().paint(view(new float[3], new float[1], new float[1]));
    assertThat(picture.image().rgb()).containsOnly(0);
    assertThat(picture.legend()).contains("nothing");
  }

  private static SplattedView view(float[] rgb, float[] alpha, float[] depth) {
    return new GivenView(new Frame(alpha.length, 1, rgb, alpha, depth));
  }

  /** A view of one row of given pixels. */
  private record GivenView(Frame given) implements SplattedView {
    @Override
    public Camera camera() {
      return Camera.centred(given.width(), given.height(), 1, RigidTransform.identity());
    }

    @Override
    public Frame frame(float[] background) {
      return given;
    }

    @Override
    public float[] channels(MemorySegment table, int channels) {
      throw new UnsupportedOperationException("pixels only");
    }

    @Override
    public float[] alpha() {
      return given.alpha();
    }

    @Override
    public int[] frontGaussians() {
      throw new UnsupportedOperationException("pixels only");
    }

    @Override
    public int updateCoverage(BitSet set, BitSet changed, float[] coverage) {
      throw new UnsupportedOperationException("pixels only");
    }

    @Override
    public BlendWeights blendWeights(int[] pixels) {
      throw new UnsupportedOperationException("pixels only");
    }

    @Override
    public void visitTiles(TileVisitor visitor) {
      throw new UnsupportedOperationException("pixels only");
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}

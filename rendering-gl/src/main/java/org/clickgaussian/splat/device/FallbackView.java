package org.clickgaussian.splat.device;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/** A view on the graphics processor; when that fails, the same camera's view on the processor. */
final class FallbackView implements SplattedView {
  private final FallbackRasterizer rasterizer;
  private final SplattedView graphics;
  private volatile SplattedView inUse;
  private boolean closed;

  FallbackView(FallbackRasterizer rasterizer, SplattedView graphics) {
    this.rasterizer = rasterizer;
    this.graphics = graphics;
    this.inUse = graphics;
  }

  private <T> T answer(Function<SplattedView, T> question) {
    SplattedView asked = inUse;
    try {
      return question.apply(asked);
    } catch (GlException e) {
      return question.apply(replaced(e));
    }
  }

  private synchronized SplattedView replaced(GlException reason) {
    if (closed) {
      throw new IllegalStateException("this view is closed");
    }
    if (inUse == graphics) {
      rasterizer.fallBack(reason);
      inUse = rasterizer.splat(graphics.camera());
    }
    return inUse;
  }

  @Override
  public Camera camera() {
    return graphics.camera();
  }

  @Override
  public Frame frame(float[] background) {
    return answer(view -> view.frame(background));
  }

  @Override
  public float[] channels(MemorySegment table, int channels) {
    return answer(view -> view.channels(table, channels));
  }

  @Override
  public Optional<int[]> packedColours(float[] background) {
    return answer(view -> view.packedColours(background));
  }

  @Override
  public Optional<int[]> packedChannels(MemorySegment table) {
    return answer(view -> view.packedChannels(table));
  }

  @Override
  public float[] alpha() {
    return answer(SplattedView::alpha);
  }

  @Override
  public int[] frontGaussians() {
    return answer(SplattedView::frontGaussians);
  }

  @Override
  public int updateCoverage(BitSet set, BitSet changed, float[] coverage) {
    return answer(view -> view.updateCoverage(set, changed, coverage));
  }

  @Override
  public BlendWeights blendWeights(int[] pixels) {
    return answer(view -> view.blendWeights(pixels));
  }

  /** Tiles that were visited before the graphics processor failed are not visited again. */
  @Override
  public void visitTiles(TileVisitor visitor) {
    Set<Integer> visited = ConcurrentHashMap.newKeySet();
    TileVisitor once =
        (tile, entries, pixels, gaussians, weights) -> {
          if (visited.add(tile)) {
            visitor.visit(tile, entries, pixels, gaussians, weights);
          }
        };
    answer(
        view -> {
          view.visitTiles(once);
          return null;
        });
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      graphics.close();
      if (inUse != graphics) {
        inUse.close();
      }
    }
  }
}

package org.clickgaussian.splat.device;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.SplattedView;

/** Splats on the graphics processor until that fails, then on the processor. */
final class FallbackRasterizer implements SceneRasterizer {
  private final SceneRasterizer graphics;
  private final Supplier<? extends SceneRasterizer> standIn;
  private final Consumer<GlException> notice;
  private final Runnable whenClosed;
  private BitSet hidden = new BitSet();
  private volatile SceneRasterizer inUse;
  private boolean closed;

  /**
   * Begins on the graphics processor.
   *
   * @param standIn makes the rasteriser to go on with, of the same scene as it is then
   * @param notice is told why
   * @param whenClosed run once when this is closed
   */
  FallbackRasterizer(
      SceneRasterizer graphics,
      Supplier<? extends SceneRasterizer> standIn,
      Consumer<GlException> notice,
      Runnable whenClosed) {
    this.graphics = graphics;
    this.standIn = standIn;
    this.notice = notice;
    this.whenClosed = whenClosed;
    this.inUse = graphics;
  }

  @Override
  public SplattedView splat(Camera camera) {
    SceneRasterizer first = inUse;
    if (first == graphics) {
      try {
        return new FallbackView(this, graphics.splat(camera));
      } catch (GlException e) {
        fallBack(e);
      }
    }
    return inUse.splat(camera);
  }

  /** Has the processor go on from here. */
  synchronized void fallBack(GlException reason) {
    if (inUse == graphics) {
      SceneRasterizer next = standIn.get();
      next.hide(hidden);
      inUse = next;
      notice.accept(reason);
    }
  }

  @Override
  public synchronized void hide(BitSet gaussians) {
    hidden = (BitSet) gaussians.clone();
    change(rasterizer -> rasterizer.hide(gaussians));
  }

  @Override
  public synchronized void refresh(int[] gaussians) {
    change(rasterizer -> rasterizer.refresh(gaussians));
  }

  private void change(Consumer<SceneRasterizer> what) {
    try {
      what.accept(inUse);
    } catch (GlException e) {
      // The stand-in is made of the scene as it is now, so that it needs no further word.
      fallBack(e);
    }
  }

  @Override
  public String device() {
    return inUse.device();
  }

  /** The rasteriser that failed stays open until now: views of it may still be closed. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    graphics.close();
    if (inUse != graphics) {
      inUse.close();
    }
    whenClosed.run();
  }
}

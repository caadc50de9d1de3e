package org.clickgaussian.document;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.work.Workers;

/**
 * The Gaussians of a document as its changes left them, and what draws them.
 *
 * <p>Wishes come from the window's thread and only note what is wanted; the next reader brings the
 * Gaussians up to date before it reads. So the window never waits for a picture in the making, and
 * of many steps of a gizmo between two pictures only the last is worked out.
 */
final class EditedGeometry implements AutoCloseable {
  private static final int PIECE = 1024;

  /**
   * What the Gaussians should be.
   *
   * @param replay their changes
   * @param invisible those that are not drawn
   * @param revision grows with every wish
   */
  private record Wanted(ChangeReplay replay, GaussianSet invisible, long revision) {}

  private final OpenScene scene;
  private final Workers workers;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile Wanted wanted;
  private Wanted present;
  private GaussianScene gaussians;
  private SceneRasterizer rasterizer;
  private boolean closed;

  EditedGeometry(OpenScene scene, Workers workers) {
    this.scene = scene;
    this.workers = workers;
    this.gaussians = scene.gaussians();
    this.rasterizer = scene.rasterizer();
    this.present = new Wanted(ChangeReplay.none(gaussians.count()), GaussianSet.NONE, 0);
    this.wanted = present;
  }

  /** Notes what a state wants to be drawn; on the window's thread. */
  void want(EditState before, EditState next) {
    boolean moved = before.changes() != next.changes();
    boolean shown =
        before.hidden() != next.hidden()
            || before.deleted() != next.deleted()
            || !before.clusterHidden().equals(next.clusterHidden());
    if (moved || shown) {
      ChangeReplay replay = moved ? wanted.replay.with(next.changes()) : wanted.replay;
      wanted = new Wanted(replay, next.invisible(), wanted.revision + 1);
    }
  }

  /** Inside {@link #reading} what is read there, elsewhere what is wanted. */
  private Wanted current() {
    return lock.getReadHoldCount() > 0 ? present : wanted;
  }

  /** Grows whenever something else is drawn. */
  long revision() {
    return current().revision;
  }

  /** How the Gaussians came from those that were read. */
  ChangeReplay replay() {
    return current().replay;
  }

  /** The Gaussians; inside {@link #reading}. */
  GaussianScene gaussians() {
    return gaussians;
  }

  /** Draws the Gaussians; inside {@link #reading}. */
  SceneRasterizer rasterizer() {
    return rasterizer;
  }

  /** Runs something while the Gaussians stand still, as they were wanted last. */
  <T> T reading(Supplier<T> action) {
    if (lock.getReadHoldCount() == 0) {
      bringUpToDate();
    }
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the scene is closed");
      }
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Runs something while nobody reads. */
  void exclusively(Runnable action) {
    lock.writeLock().lock();
    try {
      action.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Goes over to another device, which draws all as it is now; waits for readers. */
  void moveTo(RenderingDevice device) {
    exclusively(
        () -> {
          if (closed || device == scene.device()) {
            return;
          }
          boolean asRead = gaussians == scene.gaussians();
          SceneRasterizer ofCopy = asRead ? null : device.rasterizer(gaussians, workers);
          scene.moveTo(device, workers);
          if (!asRead) {
            rasterizer.close();
          }
          rasterizer = asRead ? scene.rasterizer() : ofCopy;
          rasterizer.hide(present.invisible.bits());
        });
  }

  private void bringUpToDate() {
    boolean stale;
    lock.readLock().lock();
    try {
      stale = present != wanted;
    } finally {
      lock.readLock().unlock();
    }
    if (stale) {
      exclusively(this::apply);
    }
  }

  private void apply() {
    Wanted next = wanted;
    if (closed || next == present) {
      return;
    }
    if (next.replay != present.replay) {
      applyChanges(next.replay);
    }
    rasterizer.hide(next.invisible.bits());
    present = next;
  }

  private void applyChanges(ChangeReplay next) {
    BitSet differing = next.differing(present.replay).orElse(null);
    boolean asRead = gaussians == scene.gaussians();
    if (differing != null && !asRead) {
      int[] indices = differing.stream().toArray();
      replay(next, indices, gaussians);
      rasterizer.refresh(indices);
      return;
    }
    GaussianScene grown = copyOfOriginal(next);
    replay(next, next.changed().stream().toArray(), grown);
    SceneRasterizer ofGrown = scene.device().rasterizer(grown, workers);
    closeCopy();
    gaussians = grown;
    rasterizer = ofGrown;
  }

  private void replay(ChangeReplay replay, int[] indices, GaussianScene target) {
    GaussianScene original = scene.gaussians();
    workers.forRanges(
        indices.length,
        PIECE,
        (piece, from, to) -> {
          GaussianRow row = new GaussianRow(original.harmonicsDegree());
          for (int k = from; k < to; k++) {
            replay.replay(original, indices[k], row);
            row.store(target, indices[k]);
          }
        });
  }

  /** The Gaussians as read, with room for copies behind them. */
  private GaussianScene copyOfOriginal(ChangeReplay replay) {
    GaussianScene original = scene.gaussians();
    int count = replay.count();
    int added = count - original.count();
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] =
          i < original.count()
              ? original.fileIndex(i)
              : original.fileCount() + i - original.count();
    }
    List<ExtraProperty> extras = new ArrayList<>();
    for (ExtraProperty extra : original.extraProperties()) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = extra.values()[replay.origins()[i]];
      }
      extras.add(new ExtraProperty(extra.name(), extra.plyType(), values));
    }
    GaussianScene copy =
        new GaussianScene(
            count, original.harmonicsDegree(), original.fileCount() + added, rows, extras);
    copyPlanes(original, original.positions(), copy, copy.positions());
    copyPlanes(original, original.logScales(), copy, copy.logScales());
    copyPlanes(original, original.rotations(), copy, copy.rotations());
    copyPlanes(original, original.opacityLogits(), copy, copy.opacityLogits());
    copyPlanes(original, original.harmonics(), copy, copy.harmonics());
    return copy;
  }

  private void copyPlanes(
      GaussianScene from, MemorySegment source, GaussianScene to, MemorySegment target) {
    if (from.count() == 0) {
      return;
    }
    int planes = Math.toIntExact(source.byteSize() / (4L * from.count()));
    workers.forEach(
        planes,
        plane ->
            MemorySegment.copy(
                source,
                4L * plane * from.count(),
                target,
                4L * plane * to.count(),
                4L * from.count()));
  }

  private void closeCopy() {
    if (gaussians != scene.gaussians()) {
      rasterizer.close();
      gaussians.close();
    }
  }

  /** Frees the Gaussians; waits for readers. */
  @Override
  public void close() {
    exclusively(
        () -> {
          if (!closed) {
            closed = true;
            closeCopy();
            scene.close();
          }
        });
  }
}

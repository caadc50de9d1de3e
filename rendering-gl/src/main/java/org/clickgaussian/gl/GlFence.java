package org.clickgaussian.gl;

import java.util.function.LongToIntFunction;
import org.lwjgl.opengl.GL32C;

/** Tells when the device has done all it was told before. On the context's thread. */
final class GlFence implements AutoCloseable {
  private static final long LOOK_NANOS = 100_000_000;

  /** Being woken takes some drivers longer than what is usually waited for. */
  private static final long BUSY_NANOS = 1_000_000;

  private final DeviceHealth health;
  private final Patience patience;
  private final long sync = GL32C.glFenceSync(GL32C.GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
  private final LongToIntFunction wait;

  GlFence(DeviceHealth health) {
    this.health = health;
    this.patience = health.forDevice();
    this.wait = nanos -> GL32C.glClientWaitSync(sync, GL32C.GL_SYNC_FLUSH_COMMANDS_BIT, nanos);
  }

  /** For tests: of a device that answers so. */
  GlFence(DeviceHealth health, LongToIntFunction wait) {
    this.health = health;
    this.patience = health.forDevice();
    this.wait = wait;
  }

  /**
   * Whether the device has got here.
   *
   * @throws GlLostException if that has been asked for too long
   */
  boolean isPassed() {
    return look(0);
  }

  /**
   * Waits until the device has got here.
   *
   * @throws GlLostException if that takes too long
   */
  void await() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < BUSY_NANOS) {
      if (look(0)) {
        return;
      }
      Thread.onSpinWait();
    }
    while (!look(LOOK_NANOS)) {
      health.live();
    }
  }

  private boolean look(long nanos) {
    int state = wait.applyAsInt(nanos);
    boolean passed = state == GL32C.GL_ALREADY_SIGNALED || state == GL32C.GL_CONDITION_SATISFIED;
    if (!passed && (state == GL32C.GL_WAIT_FAILED || patience.isOver())) {
      health.noteReset();
      throw health.hung();
    }
    return passed;
  }

  @Override
  public void close() {
    GL32C.glDeleteSync(sync);
  }
}

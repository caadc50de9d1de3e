package org.clickgaussian.gl;

import java.util.concurrent.atomic.AtomicLong;
import org.lwjgl.opengl.ARBRobustness;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL45C;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.opengl.KHRRobustness;

/**
 * Whether a context's device is still there. It is lost when its driver says that it was reset,
 * when it is waited for longer than the {@link WaitLimits}, and when somebody gives it up.
 *
 * <p>From any thread, but for what asks the driver: {@link #check}, {@link #noteReset}, {@link
 * #tellsResets}.
 */
final class DeviceHealth {
  private final String renderer;
  private final GLCapabilities capabilities;
  private final AtomicLong signsOfLife = new AtomicLong();
  private volatile WaitLimits limits;
  private volatile String lost;

  DeviceHealth(GpuReport report, GLCapabilities capabilities) {
    this.renderer = report.renderer();
    this.capabilities = capabilities;
    this.limits = WaitLimits.of(report);
  }

  void limit(WaitLimits newLimits) {
    limits = newLimits;
  }

  void abandon(String reason) {
    lost = reason;
  }

  boolean isLost() {
    return lost != null;
  }

  /** Fails once the device is lost. */
  void require() {
    String reason = lost;
    if (reason != null) {
      throw new GlLostException(reason);
    }
  }

  /** Asks the driver whether the device was reset. */
  void noteReset() {
    if (lost == null && resetStatus() != GL11C.GL_NO_ERROR) {
      noteLoss();
    }
  }

  private void noteLoss() {
    if (lost == null) {
      lost = renderer + " was reset by its driver";
    }
  }

  /** Whether the driver tells of resets; where not, a reset device may look as if it hung. */
  boolean tellsResets() {
    boolean known =
        capabilities.OpenGL45 || capabilities.GL_KHR_robustness || capabilities.GL_ARB_robustness;
    return known
        && GL11C.glGetInteger(GL45C.GL_RESET_NOTIFICATION_STRATEGY)
            == GL45C.GL_LOSE_CONTEXT_ON_RESET;
  }

  private int resetStatus() {
    if (capabilities.OpenGL45) {
      return GL45C.glGetGraphicsResetStatus();
    }
    if (capabilities.GL_KHR_robustness) {
      return KHRRobustness.glGetGraphicsResetStatus();
    }
    return capabilities.GL_ARB_robustness
        ? ARBRobustness.glGetGraphicsResetStatusARB()
        : GL11C.GL_NO_ERROR;
  }

  /** Turns an error that the driver has noted into an exception. */
  void check(String what) {
    signsOfLife.incrementAndGet();
    int error = GL11C.glGetError();
    if (error == GL45C.GL_CONTEXT_LOST) {
      noteLoss();
      require();
    }
    if (error == GL11C.GL_OUT_OF_MEMORY) {
      throw new GlMemoryException(renderer + " has no memory left for " + what);
    }
    if (error != GL11C.GL_NO_ERROR) {
      throw new GlException("OpenGL refused %s (error 0x%04x)".formatted(what, error));
    }
  }

  /** What failed, or that the device was lost, if that is why. */
  GlException lostOr(GlException failure) {
    noteReset();
    if (lost == null || failure instanceof GlLostException) {
      return failure;
    }
    GlLostException loss = new GlLostException(lost);
    loss.addSuppressed(failure);
    return loss;
  }

  /** Notes that the driver has just returned from a function. */
  void live() {
    signsOfLife.incrementAndGet();
  }

  /** Changes with every sign of life. */
  long signsOfLife() {
    return signsOfLife.get();
  }

  /** For waiting until the device has done something. */
  Patience forDevice() {
    return new Patience(limits.device().toNanos());
  }

  /** For waiting until the driver returns. */
  Patience forDriver() {
    return new Patience(limits.driver().toNanos());
  }

  /** Counts the device as lost after waiting for too long. */
  GlLostException hung() {
    if (lost == null) {
      lost = renderer + " or its driver does not answer any more";
    }
    return new GlLostException(lost);
  }
}

package org.clickgaussian.experiment;

import java.util.Optional;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.DeviceShare;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.LearnerRequest;

/**
 * What a run goes on with when its graphics processor fails: with less on the device where its
 * memory ended, else on the processor. It only ever goes down.
 */
final class DeviceLadder {
  private LearnerRequest request;
  private boolean onDevice;
  private boolean fallen;
  private Optional<String> reason = Optional.empty();

  /** Stands where a run begins. */
  DeviceLadder(LearnerRequest first) {
    this.request = first;
  }

  /** What is to learn. */
  LearnerRequest request() {
    return request;
  }

  /**
   * Notes how much of the work the learner's device was given, which may be less than asked for.
   */
  void opened(Learner learner) {
    onDevice = learner.share().isPresent();
    learner
        .share()
        .filter(share -> share.compareTo(request.share()) > 0)
        .ifPresent(share -> request = request.with(share));
  }

  /** Whether something failed before. */
  boolean hasFallen() {
    return fallen;
  }

  /** Why it is the processor; empty while it is not. */
  Optional<String> reason() {
    return reason;
  }

  /**
   * Goes down.
   *
   * @param failure why
   * @param iterations how many iterations are kept
   * @return a sentence for the person who waits
   */
  String fall(GlException failure, int iterations) {
    fallen = true;
    Optional<DeviceShare> less =
        onDevice && failure instanceof GlMemoryException
            ? request.share().less()
            : Optional.empty();
    request = less.map(share -> request.with(share)).orElseGet(() -> request.on(BackendChoice.CPU));
    if (less.isEmpty()) {
      reason = Optional.of(failure.getMessage());
    }
    String where = less.isPresent() ? "there" : "on the processor";
    return failure.getMessage()
        + (iterations == 0
            ? "; the training begins again " + where
            : "; the training goes on " + where + " after its first " + iterations + " iterations")
        + less.map(share -> ": " + share.describe()).orElse("");
  }
}

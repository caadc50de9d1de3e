package org.clickgaussian.training;

import java.util.OptionalLong;

/**
 * What is to learn.
 *
 * @param backend name of the backend: auto, gl, cpu or reference
 * @param deviceLimit the most bytes to take on a graphics processor; empty for what is free
 * @param share the most that a graphics processor is given
 * @param keepable bytes of what a graphics processor could keep beside what it needs: blend weights
 *     and the pooling matrix; 0 where that is not known
 */
public record LearnerRequest(
    String backend, OptionalLong deviceLimit, DeviceShare share, long keepable) {
  /** A backend that may take all that its device has. */
  public static LearnerRequest of(String backend) {
    return new LearnerRequest(backend, OptionalLong.empty(), DeviceShare.ALL, 0);
  }

  /** The same with less on the device. */
  public LearnerRequest with(DeviceShare other) {
    return new LearnerRequest(backend, deviceLimit, other, keepable);
  }

  /** The same on another backend. */
  public LearnerRequest on(String other) {
    return new LearnerRequest(other, deviceLimit, share, keepable);
  }
}

package org.clickgaussian.work;

/** Thrown out of a job that was asked to stop; what the job had finished stays as it is. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was cancelled. */
  public CancelledException(String message) {
    super(message);
  }
}

package org.clickgaussian.gl;

/** The device was lost: its driver was reset or taken away. Nothing of the context can be used. */
public final class GlLostException extends GlException {
  private static final long serialVersionUID = 1L;

  /** Says how it was lost. */
  public GlLostException(String message) {
    super(message);
  }
}

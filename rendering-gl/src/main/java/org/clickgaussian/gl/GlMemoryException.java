package org.clickgaussian.gl;

/** The device has no memory left for what was asked. What there was before can still be used. */
public final class GlMemoryException extends GlException {
  private static final long serialVersionUID = 1L;

  /** Says how much was asked for. */
  public GlMemoryException(String message) {
    super(message);
  }
}

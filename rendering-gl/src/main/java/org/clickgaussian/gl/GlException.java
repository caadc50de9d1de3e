package org.clickgaussian.gl;

/** OpenGL cannot do what was asked; the message is one sentence for a person. */
public class GlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be done and why. */
  public GlException(String message) {
    super(message);
  }

  /** Says what cannot be done and why, with the exception that told so. */
  public GlException(String message, Throwable cause) {
    super(message, cause);
  }
}

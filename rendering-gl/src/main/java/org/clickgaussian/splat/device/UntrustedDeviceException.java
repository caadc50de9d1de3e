package org.clickgaussian.splat.device;

import org.clickgaussian.gl.GlException;

/** A graphics processor computes otherwise than the processor, so that it is not used. */
public final class UntrustedDeviceException extends GlException {
  private static final long serialVersionUID = 1L;

  /** Says which device, by which driver, and what differed. */
  public UntrustedDeviceException(String message) {
    super(message);
  }
}

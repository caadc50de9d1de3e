package org.clickgaussian.splat.cpu;

import java.util.Locale;
import org.clickgaussian.io.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two makes of the rasteriser's inner loops; they give the same bits. */
public enum Kernels {
  /** With the Vector API, for processors and Java runtimes that have it. */
  VECTOR,
  /** Plain loops. */
  SCALAR;

  /** System property that forces a choice: {@code vector} or {@code scalar}. */
  public static final String PROPERTY = "clickgaussian.kernels";

  private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);

  /**
   * The make to use on this machine: what the property {@value #PROPERTY} says, else vector where
   * the module {@code jdk.incubator.vector} is present, else scalar.
   *
   * @throws InputException if the property names neither
   */
  public static Kernels preferred() {
    String forced = System.getProperty(PROPERTY);
    Kernels choice = forced == null ? available() : named(forced);
    LOG.debug("Rasteriser kernels: {}{}", choice, forced == null ? "" : " (forced)");
    return choice;
  }

  private static Kernels available() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? VECTOR : SCALAR;
  }

  private static Kernels named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "vector" -> VECTOR;
      case "scalar" -> SCALAR;
      default ->
          throw new InputException(
              "-D" + PROPERTY + "=" + name + " names no kernels; use vector or scalar");
    };
  }

  BlendKernel blend() {
    return this == VECTOR ? new VectorBlendKernel() : new ScalarBlendKernel();
  }

  ProjectionKernel projection() {
    return this == VECTOR ? new VectorProjectionKernel() : new ScalarProjectionKernel();
  }

  HarmonicsKernel harmonics() {
    return this == VECTOR ? new VectorHarmonicsKernel() : new ScalarHarmonicsKernel();
  }
}

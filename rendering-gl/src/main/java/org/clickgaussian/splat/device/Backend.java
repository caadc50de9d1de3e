package org.clickgaussian.splat.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;

/** What a person may ask to compute on. */
public enum Backend {
  /**
   * A graphics processor if there is one, else the processor. An OpenGL driver that computes on the
   * processor counts as none: the program's own kernels are faster there.
   */
  AUTO,

  /** OpenGL on whatever there is, also a driver that computes on the processor. */
  GL,

  /** The processor. */
  CPU;

  /** As it is typed: auto, gl or cpu. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The backend of a name.
   *
   * @throws InputException that names the backends if there is none
   */
  public static Backend of(String key) {
    return Arrays.stream(values())
        .filter(backend -> backend.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "there is no backend \"%s\"; the backends are %s"
                        .formatted(
                            key,
                            Arrays.stream(values())
                                .map(Backend::key)
                                .collect(Collectors.joining(", ")))));
  }
}

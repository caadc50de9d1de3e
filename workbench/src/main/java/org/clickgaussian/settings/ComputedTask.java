package org.clickgaussian.settings;

import java.util.Arrays;
import java.util.List;
import org.clickgaussian.splat.device.Backend;

/** What a person may have computed on one device or another. */
public enum ComputedTask {
  /** Splatting scenes. */
  PICTURES("pictures"),

  /** Learning feature fields. */
  TRAINING("training");

  private final String key;

  ComputedTask(String key) {
    this.key = key;
  }

  /** Name in resource bundles. */
  public String key() {
    return key;
  }

  private String choice() {
    return "device." + key;
  }

  /** The device that was chosen; {@link Backend#AUTO} before that. */
  public Backend backend(Settings settings) {
    List<String> chosen = settings.choices().getOrDefault(choice(), List.of());
    return Arrays.stream(Backend.values())
        .filter(backend -> chosen.contains(backend.key()))
        .findFirst()
        .orElse(Backend.AUTO);
  }

  /** With another device. */
  public Settings with(Settings settings, Backend backend) {
    return settings.withChoice(choice(), List.of(backend.key()));
  }
}

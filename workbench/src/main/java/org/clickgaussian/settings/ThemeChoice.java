package org.clickgaussian.settings;

import java.util.Locale;

/** How the window looks. */
public enum ThemeChoice {
  /** As the system does, light or dark. */
  SYSTEM,
  LIGHT,
  DARK;

  /** Name in the settings file and in resource bundles, such as "system". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.clickgaussian.compare;

import java.util.Locale;

/** How what is compared is shown. */
enum Arrangement {
  /** All beside each other. */
  SIDE_BY_SIDE,
  /** One left of a line that can be moved, another right of it. */
  WIPE,
  /** Where one differs from another. */
  DIFFERENCE;

  /** Name in resource bundles. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

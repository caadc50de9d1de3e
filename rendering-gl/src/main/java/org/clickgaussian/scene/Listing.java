package org.clickgaussian.scene;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names some of many for a message. */
final class Listing {
  private static final int SHOWN = 3;

  private Listing() {}

  /** "a, b, c and 60 more"; "none" of nothing. */
  static String ofKeys(Collection<String> keys) {
    if (keys.isEmpty()) {
      return "none";
    }
    String shown = keys.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return keys.size() > SHOWN ? shown + " and " + (keys.size() - SHOWN) + " more" : shown;
  }
}

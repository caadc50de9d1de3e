package org.clickgaussian.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one feature: {@code org/clickgaussian/text/<feature>.properties}. Entries with
 * arguments are patterns of {@link MessageFormat}; entries without are taken as they stand.
 */
public final class Texts {
  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The words of a feature, such as "viewport".
   *
   * @throws java.util.MissingResourceException if there is no such bundle
   */
  public static Texts of(String feature) {
    return new Texts(ResourceBundle.getBundle("org.clickgaussian.text." + feature));
  }

  /**
   * The words for a key.
   *
   * @param arguments for {0}, {1} and so on
   * @throws java.util.MissingResourceException if the bundle lacks the key
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /** Whether there are words for a key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}

package org.clickgaussian.features;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Names for what a choice box offers; nothing is ever typed. */
final class OneWay<T> extends StringConverter<T> {
  private final Function<T, String> name;

  OneWay(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(T value) {
    return value == null ? "" : name.apply(value);
  }

  @Override
  public T fromString(String words) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}

package org.clickgaussian.viewport;

import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * Names for things that are chosen from a list, never typed.
 *
 * @param <T> the things
 */
final class NamesOnly<T> extends StringConverter<T> {
  private final Function<? super T, String> names;

  NamesOnly(Function<? super T, String> names) {
    this.names = names;
  }

  @Override
  public String toString(T thing) {
    return thing == null ? "" : names.apply(thing);
  }

  @Override
  public T fromString(String name) {
    throw new UnsupportedOperationException(name + " cannot be typed");
  }
}

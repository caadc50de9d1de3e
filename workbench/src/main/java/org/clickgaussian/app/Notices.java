package org.clickgaussian.app;

import java.util.function.Consumer;

/** Takes sentences that a person should see but need not answer. */
@FunctionalInterface
public interface Notices extends Consumer<String> {
  /**
   * Takes a sentence with a button beside it. Where there is no room for buttons, the sentence
   * alone is told.
   *
   * @param button its words, such as "Undo"
   * @param action what it does; the notice goes then
   */
  default void accept(String sentence, String button, Runnable action) {
    accept(sentence);
  }
}

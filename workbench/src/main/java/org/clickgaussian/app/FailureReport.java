package org.clickgaussian.app;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.clickgaussian.task.FailureMessage;
import org.clickgaussian.text.Texts;

/**
 * What a person is told of a failure.
 *
 * @param heading what did not work
 * @param sentence what happened
 * @param advice what to do
 * @param details the stack trace, for who wants to know
 */
record FailureReport(String heading, String sentence, String advice, String details) {

  /** Finds the words for what was thrown while something with a title was done. */
  static FailureReport of(String title, Throwable failure, Texts texts) {
    FailureMessage message = FailureMessage.of(failure);
    String sentence =
        switch (message.kind()) {
          case INPUT, FILE, MEMORY, CANCELLED -> sentence(message.sentence());
          case UNEXPECTED -> texts.get("failure.unexpected");
        };
    String advice =
        switch (message.kind()) {
          case INPUT, FILE -> texts.get("failure.advice.input");
          case MEMORY -> texts.get("failure.advice.memory");
          case CANCELLED, UNEXPECTED -> texts.get("failure.advice.unexpected");
        };
    return new FailureReport(
        texts.get("failure.heading", title), sentence, advice, details(failure));
  }

  /** The failure and its causes with their stack traces; causes may lead round in a circle. */
  private static String details(Throwable failure) {
    StringBuilder words = new StringBuilder();
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable at = failure; at != null && told.add(at); at = at.getCause()) {
      words.append(told.size() == 1 ? "" : "Caused by: ").append(at).append('\n');
      for (StackTraceElement line : at.getStackTrace()) {
        words.append("\tat ").append(line).append('\n');
      }
    }
    return words.toString();
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}

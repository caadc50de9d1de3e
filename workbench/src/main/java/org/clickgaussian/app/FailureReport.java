package org.clickgaussian.app;

import java.io.PrintWriter;
import java.io.StringWriter;
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
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return new FailureReport(
        texts.get("failure.heading", title), sentence, advice, trace.toString());
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}

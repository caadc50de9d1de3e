package org.clickgaussian.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a command found out: lines for a person, and the same as values for a program, in the order
 * in which they were added.
 */
final class Answer {

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private int exitStatus;

  /** Adds a line for a person. */
  Answer line(String format, Object... arguments) {
    lines.add(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    return this;
  }

  /**
   * Adds a value for a program.
   *
   * @param value a number, text, truth value, or a list or map of such; a number that JSON cannot
   *     write (NaN, infinite) becomes null
   */
  Answer value(String name, Object value) {
    values.put(name, value instanceof Double number && !Double.isFinite(number) ? null : value);
    return this;
  }

  /** Makes the program exit with 1: the job was done, but what it found is a failure. */
  Answer failed() {
    exitStatus = 1;
    return this;
  }

  int exitStatus() {
    return exitStatus;
  }

  List<String> lines() {
    return lines;
  }

  Map<String, Object> values() {
    return values;
  }
}

package org.clickgaussian.gl;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether kernels compute in double precision where it matters, or in floats. Graphics processors
 * for games compute doubles at a 16th to a 64th of the speed of floats, and some of laptops have
 * none, so that their drivers put them together from whole numbers.
 *
 * @param used whether doubles are used
 * @param slowdown how many times as long as with floats the same work takes with doubles, infinite
 *     where the driver does not compile it; empty where this was not tried
 */
public record Doubles(boolean used, OptionalDouble slowdown) {
  /** Says whether they are used, whatever they take; for measurements. */
  static final String PROPERTY = "clickgaussian.gl.doubles";

  /** The projection in floats has about three times as many operations, and loses a few digits. */
  static final double LARGEST_SLOWDOWN = 6;

  /** For drivers that compute on the processor, where doubles are as fast. */
  static Doubles untried() {
    return new Doubles(wished(true), OptionalDouble.empty());
  }

  /** Doubles that take so many times as long as floats. */
  static Doubles of(double slowdown) {
    return new Doubles(wished(slowdown <= LARGEST_SLOWDOWN), OptionalDouble.of(slowdown));
  }

  private static boolean wished(boolean otherwise) {
    String wish = System.getProperty(PROPERTY);
    return wish == null ? otherwise : Boolean.parseBoolean(wish);
  }

  /** For a device on which the arithmetic that makes up for them loses digits. */
  Doubles usedAllTheSame() {
    return new Doubles(true, slowdown);
  }

  /** For a person, such as "not used, they take 32 times as long as floats". */
  public String sentence() {
    String choice = used ? "used" : "not used";
    if (slowdown.isEmpty()) {
      return choice;
    }
    double times = slowdown.getAsDouble();
    return Double.isInfinite(times)
        ? choice + ", the driver does not compile them"
        : String.format(Locale.ROOT, "%s, they take %.1f times as long as floats", choice, times);
  }
}

package org.clickgaussian.training;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.reference.Term;
import org.clickgaussian.work.Workers;

/**
 * How the losses and the gradient of one iteration on a device differ from the processor's.
 *
 * <p>Terms are numbers around 1 and sums over some ten thousand pixels: they may differ by 1e-4.
 * Floats of the gradient may differ by 2e-5 of its largest, some hundred roundings, but for one in
 * a thousand, since a cosine within a rounding of a margin may count here and not there. So may a
 * Gaussian within a rounding of the threshold of Eq. 7: the shares assigned may differ by one in a
 * thousand.
 *
 * @param term the term that differs most
 * @param termDifference by how much
 * @param assignedDifference the larger difference of the shares assigned to candidates
 * @param gradientDifference the largest difference of two floats, relative to the largest float
 * @param apart how many floats differ by more than 2e-5 of the largest
 * @param floats how many floats there are
 */
record StepComparison(
    Term term,
    double termDifference,
    double assignedDifference,
    double gradientDifference,
    long apart,
    long floats) {
  private static final double OF_TERMS = 1e-4;
  private static final double TOLERANCE = 2e-5;
  private static final double SHARE = 1e-3;
  private static final int PIECE = 1 << 16;

  /**
   * Compares.
   *
   * @param expected the processor's losses
   * @param actual the device's losses
   * @param expectedGradient the processor's, float[floats]
   * @param actualGradient the device's, float[floats]
   */
  static StepComparison of(
      StepLosses expected,
      StepLosses actual,
      MemorySegment expectedGradient,
      MemorySegment actualGradient,
      Workers workers) {
    Term worst = Term.POSITIVE_COARSE;
    double most = -1;
    for (Term term : Term.values()) {
      double difference = difference(term.of(expected), term.of(actual));
      if (difference > most) {
        worst = term;
        most = difference;
      }
    }
    double assigned =
        Math.max(
            difference(expected.assignedCoarse(), actual.assignedCoarse()),
            difference(expected.assignedFine(), actual.assignedFine()));
    return ofGradients(worst, most, assigned, expectedGradient, actualGradient, workers);
  }

  private static StepComparison ofGradients(
      Term term,
      double termDifference,
      double assigned,
      MemorySegment expected,
      MemorySegment actual,
      Workers workers) {
    long floats = expected.byteSize() / 4;
    int pieces = Math.toIntExact(Math.ceilDiv(floats, PIECE));
    double[] largest = new double[pieces];
    double[] farthest = new double[pieces];
    long[] apart = new long[pieces];
    workers.forEach(
        pieces,
        piece -> {
          long end = Math.min(floats, (piece + 1L) * PIECE);
          for (long i = (long) piece * PIECE; i < end; i++) {
            largest[piece] = Math.max(largest[piece], Math.abs(at(expected, i)));
          }
        });
    double scale = max(largest);
    workers.forEach(
        pieces,
        piece -> {
          long end = Math.min(floats, (piece + 1L) * PIECE);
          for (long i = (long) piece * PIECE; i < end; i++) {
            double difference = difference(at(expected, i), at(actual, i));
            farthest[piece] = Math.max(farthest[piece], difference);
            apart[piece] += difference <= TOLERANCE * scale ? 0 : 1;
          }
        });
    long count = 0;
    for (long each : apart) {
      count += each;
    }
    double relative = max(farthest) == 0 ? 0 : max(farthest) / scale;
    return new StepComparison(term, termDifference, assigned, relative, count, floats);
  }

  private static double at(MemorySegment table, long i) {
    return table.getAtIndex(ValueLayout.JAVA_FLOAT, i);
  }

  private static double max(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  /** Infinite where one of them alone is no number. */
  private static double difference(double expected, double actual) {
    if (Double.isNaN(expected) && Double.isNaN(actual)) {
      return 0;
    }
    double difference = Math.abs(expected - actual);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /** The larger differences of both. */
  StepComparison with(StepComparison other) {
    return new StepComparison(
        termDifference >= other.termDifference ? term : other.term,
        Math.max(termDifference, other.termDifference),
        Math.max(assignedDifference, other.assignedDifference),
        Math.max(gradientDifference, other.gradientDifference),
        apart + other.apart,
        floats + other.floats);
  }

  /** What differs by more than rounding explains; empty where nothing does. */
  Optional<String> failure() {
    if (termDifference > OF_TERMS) {
      return Optional.of(
          words("%s by %.2g, where %.2g is rounding", term.equation(), termDifference, OF_TERMS));
    }
    if (assignedDifference > SHARE) {
      return Optional.of(words("the share of Gaussians assigned by %.2g", assignedDifference));
    }
    return apart <= SHARE * floats
        ? Optional.empty()
        : Optional.of(
            words(
                "the gradient by up to %.2g of its largest float, beyond %.2g in %,d of %,d floats",
                gradientDifference, TOLERANCE, apart, floats));
  }

  /** The differences in words, such as "terms within 1.2e-07, gradient within 3.1e-06". */
  String describe() {
    String few = apart == 0 ? "" : words(" but for %,d of %,d floats", apart, floats);
    return words(
        "terms within %.2g, gradient within %.2g of its largest float%s",
        termDifference, apart == 0 ? gradientDifference : TOLERANCE, few);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

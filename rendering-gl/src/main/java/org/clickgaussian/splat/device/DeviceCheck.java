package org.clickgaussian.splat.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GlLostException;
import org.clickgaussian.gl.GpuReport;

/**
 * Whether a graphics processor and its driver compute what the processor does: prefix sums and
 * sorts to the bit, and whatever a view of a small scene offers to within 1/255 in 99.9% of the
 * pixels.
 *
 * <p>Made every time a device is opened. What was found is kept nowhere: a driver may be another
 * the next day, and one that has just been reset may compute nonsense where it did well before.
 *
 * @param renderer the device
 * @param driver its driver's version
 * @param findings what was computed, and how it compares
 * @param seconds how long it took, compilation of shaders included
 */
public record DeviceCheck(String renderer, String driver, List<Finding> findings, double seconds) {
  /** Keeps a copy of the findings. */
  public DeviceCheck {
    findings = List.copyOf(findings);
  }

  /**
   * Checks a device that nothing else uses yet. Where it fails with subgroups or doubles, which
   * some drivers get wrong, they are given up and it is checked again without.
   *
   * @param context the device; stays the caller's
   */
  public static DeviceCheck of(GlContext context) {
    long start = System.nanoTime();
    List<Finding> findings = attempt(context);
    if (!allPassed(findings) && context.report().subgroupSize() > 0) {
      findings = attemptWithout("subgroups", context::forgoSubgroups, findings, context);
    }
    if (!allPassed(findings) && context.doubles().used()) {
      findings = attemptWithout("doubles", context::forgoDoubles, findings, context);
    }
    GpuReport report = context.report();
    double seconds = 1e-9 * (System.nanoTime() - start);
    return new DeviceCheck(report.renderer(), report.version(), findings, seconds);
  }

  /**
   * Checks a device that nothing else uses yet, and closes it if it fails.
   *
   * @return the device
   * @throws UntrustedDeviceException if it fails
   */
  public static GlContext require(GlContext context) {
    Optional<String> failure;
    try {
      failure = of(context).failure();
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
    if (failure.isPresent()) {
      context.close();
      throw new UntrustedDeviceException(failure.get());
    }
    return context;
  }

  private static List<Finding> attemptWithout(
      String what, Runnable forgo, List<Finding> before, GlContext context) {
    try {
      forgo.run();
    } catch (GlLostException e) {
      return before;
    }
    List<Finding> findings = attempt(context);
    findings.addFirst(new Finding(what, true, "are given up, since with them " + failures(before)));
    return findings;
  }

  private static List<Finding> attempt(GlContext context) {
    List<Finding> findings = new ArrayList<>();
    try {
      findings.addAll(SortCheck.run(context));
    } catch (GlException e) {
      findings.add(Finding.failed("sorts", e));
    }
    if (!allPassed(findings)) {
      // Splatting is sorting; with wrong places it would write anywhere.
      return findings;
    }
    try (SplatCheck check = new SplatCheck(context)) {
      findings.addAll(check.run());
    } catch (RuntimeException e) {
      // Of numbers that a device got wrong anything may come, such as an index out of bounds.
      findings.add(Finding.failed("pictures", e));
    }
    return findings;
  }

  private static boolean allPassed(List<Finding> findings) {
    return findings.stream().allMatch(Finding::passed);
  }

  private static String failures(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !finding.passed())
        .map(Finding::sentence)
        .collect(Collectors.joining("; "));
  }

  /** Whether the device may be relied on. */
  public boolean passed() {
    return allPassed(findings);
  }

  /** One sentence that names the device, its driver and what differed; empty if nothing did. */
  public Optional<String> failure() {
    return passed()
        ? Optional.empty()
        : Optional.of(
            "%s (driver %s) does not compute what the processor does: %s"
                .formatted(renderer, driver, failures(findings)));
  }
}

package org.clickgaussian.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlDevices;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GpuReport;
import org.clickgaussian.splat.device.DeviceCheck;
import org.clickgaussian.splat.device.Finding;

/** What a graphics processor and its driver can do, in lines of words for a person. */
public final class GpuDescription {
  private GpuDescription() {}

  /** Opens the device that OpenGL computes on here, and describes it, or why there is none. */
  public static List<String> ofThisMachine() {
    try (GlContext context = GlContext.open(GlDevices.ANY)) {
      return lines(context, DeviceCheck.of(context));
    } catch (GlException e) {
      return List.of(none(e));
    }
  }

  /** The line for a machine that has none. */
  public static String none(GlException reason) {
    return "device     none: " + reason.getMessage();
  }

  /**
   * A line for each property, and what a check of the device found.
   *
   * @param check made before, since it may give subgroups up
   */
  public static List<String> lines(GlContext context, DeviceCheck check) {
    GpuReport report = context.report();
    GpuReport.Limits limits = report.limits();
    List<String> lines = new ArrayList<>();
    lines.add(line("device     %s, %s", report.renderer(), report.vendor()));
    lines.add(line("OpenGL     %s, by %s", report.version(), report.surface()));
    lines.add(
        report.isSoftware()
            ? "kind       computes on the processor: the program uses its own kernels instead"
            : "kind       graphics processor");
    report
        .freeMemoryBytes()
        .ifPresent(bytes -> lines.add(line("memory     %,.0f MB free", bytes * 1e-6)));
    lines.add(
        line(
            "buffers    %d at once, each up to %,.0f MB in one part",
            limits.storageBlocks(), limits.storageBlockBytes() * 1e-6));
    lines.add(
        line(
            "groups     up to %,d invocations, %,d bytes shared",
            limits.groupInvocations(), limits.sharedBytes()));
    lines.add(
        report.subgroupSize() == 0
            ? "subgroups  none: shared memory is used instead"
            : line("subgroups  of %d", report.subgroupSize()));
    lines.add(line("doubles    %s", context.doubles().sentence()));
    lines.add(context.tellsResets() ? "resets     told by the driver" : "resets     not told");
    lines.add(
        line(
            check.passed()
                ? "check      passed in %.2f s: it computes what the processor does"
                : "check      FAILED in %.2f s: the program does not use it",
            check.seconds()));
    for (Finding finding : check.findings()) {
      lines.add(line("           %s%s", finding.passed() ? "" : "WRONG: ", finding.sentence()));
    }
    return lines;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

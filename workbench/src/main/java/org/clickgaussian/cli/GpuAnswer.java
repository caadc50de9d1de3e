package org.clickgaussian.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.gl.Doubles;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlDevices;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GpuReport;
import org.clickgaussian.splat.device.DeviceCheck;
import org.clickgaussian.splat.device.Finding;
import org.clickgaussian.task.GpuDescription;

/** Tells which device OpenGL computes on, and what it and its driver can do. */
final class GpuAnswer {
  private GpuAnswer() {}

  static void tell(Answer answer) {
    try (GlContext context = GlContext.open(GlDevices.ANY)) {
      DeviceCheck check = DeviceCheck.of(context);
      GpuDescription.lines(context, check).forEach(line -> answer.line("%s", line));
      Map<String, Object> values = values(context.report());
      values.put("tells_resets", context.tellsResets());
      values.put("doubles_used", context.doubles().used());
      values.put("doubles_slowdown", slowdown(context.doubles()));
      tell(check, values);
      answer.value("gpu", values);
    } catch (GlException e) {
      answer.line("%s", GpuDescription.none(e));
      answer.value("gpu", null);
      answer.value("gpu_missing", e.getMessage());
    }
  }

  /** Null where it was not tried or is infinite, which JSON has no number for. */
  private static Double slowdown(Doubles doubles) {
    return doubles.slowdown().stream().filter(Double::isFinite).boxed().findFirst().orElse(null);
  }

  private static void tell(DeviceCheck check, Map<String, Object> values) {
    values.put("check_passed", check.passed());
    values.put("check_seconds", check.seconds());
    values.put("check_findings", check.findings().stream().map(GpuAnswer::values).toList());
  }

  private static Map<String, Object> values(Finding finding) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("what", finding.what());
    values.put("passed", finding.passed());
    values.put("detail", finding.detail());
    return values;
  }

  private static Map<String, Object> values(GpuReport report) {
    GpuReport.Limits limits = report.limits();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("renderer", report.renderer());
    values.put("vendor", report.vendor());
    values.put("version", report.version());
    values.put("surface", report.surface());
    values.put("software", report.isSoftware());
    values.put(
        "free_memory_bytes",
        report.freeMemoryBytes().isPresent() ? report.freeMemoryBytes().getAsLong() : null);
    values.put("storage_blocks", limits.storageBlocks());
    values.put("storage_block_bytes", limits.storageBlockBytes());
    values.put("group_invocations", limits.groupInvocations());
    values.put("group_count", limits.groupCount());
    values.put("shared_bytes", limits.sharedBytes());
    values.put("subgroup_size", report.subgroupSize());
    values.put("extensions", report.extensions());
    return values;
  }
}

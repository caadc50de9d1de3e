package org.clickgaussian.gl;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * What a device and its driver are and can do.
 *
 * @param vendor GL_VENDOR
 * @param renderer GL_RENDERER, the device's name
 * @param version GL_VERSION
 * @param surface how the context was made, such as "EGL device 0"
 * @param limits sizes that the driver sets
 * @param subgroupSize invocations that run in step; 0 where the driver lacks KHR_shader_subgroup
 *     with what the kernels need of it, or its subgroups may have fewer
 * @param freeMemoryBytes memory free on the device; empty where the driver does not say
 * @param extensions names of the driver's extensions
 */
public record GpuReport(
    String vendor,
    String renderer,
    String version,
    String surface,
    Limits limits,
    int subgroupSize,
    OptionalLong freeMemoryBytes,
    SortedSet<String> extensions) {
  /**
   * Sizes that the driver sets.
   *
   * @param storageBlockBytes the most bytes of one buffer that a kernel can see at once
   * @param storageBlocks the most buffers that a kernel can see
   * @param sharedBytes memory that the invocations of a work group share
   * @param groupInvocations the most invocations in a work group
   * @param groupCount the most work groups in a row
   */
  public record Limits(
      long storageBlockBytes,
      int storageBlocks,
      int sharedBytes,
      int groupInvocations,
      int groupCount) {}

  private static final String[] SOFTWARE = {
    "llvmpipe",
    "softpipe",
    "swrast",
    "swiftshader",
    "software rasterizer",
    "basic render",
    "gdi generic"
  };

  /** The same device with subgroups of another size, 0 for none. */
  GpuReport withSubgroups(int size) {
    return new GpuReport(
        vendor, renderer, version, surface, limits, size, freeMemoryBytes, extensions);
  }

  /** Whether the driver computes on the processor; the program's own kernels do that faster. */
  public boolean isSoftware() {
    String name = renderer.toLowerCase(Locale.ROOT);
    for (String known : SOFTWARE) {
      if (name.contains(known)) {
        return true;
      }
    }
    return false;
  }
}

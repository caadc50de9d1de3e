package org.clickgaussian.gl;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lwjgl.opengl.ATIMeminfo;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL32C;
import org.lwjgl.opengl.GL43C;
import org.lwjgl.opengl.KHRShaderSubgroup;
import org.lwjgl.opengl.NVXGPUMemoryInfo;

/** Asks the driver of the current context about itself. */
final class GpuProbe {
  private static final int NEEDED_FEATURES =
      KHRShaderSubgroup.GL_SUBGROUP_FEATURE_BASIC_BIT_KHR
          | KHRShaderSubgroup.GL_SUBGROUP_FEATURE_ARITHMETIC_BIT_KHR
          | KHRShaderSubgroup.GL_SUBGROUP_FEATURE_BALLOT_BIT_KHR;

  private GpuProbe() {}

  static GpuReport report(String surface) {
    SortedSet<String> extensions = extensions();
    return new GpuReport(
        GL11C.glGetString(GL11C.GL_VENDOR),
        GL11C.glGetString(GL11C.GL_RENDERER),
        GL11C.glGetString(GL11C.GL_VERSION),
        surface,
        limits(),
        subgroupSize(extensions),
        freeMemory(extensions),
        extensions);
  }

  private static SortedSet<String> extensions() {
    SortedSet<String> names = new TreeSet<>();
    int count = GL11C.glGetInteger(GL30C.GL_NUM_EXTENSIONS);
    for (int i = 0; i < count; i++) {
      names.add(GL30C.glGetStringi(GL11C.GL_EXTENSIONS, i));
    }
    return names;
  }

  private static GpuReport.Limits limits() {
    return new GpuReport.Limits(
        storageBlockBytes(),
        Math.min(
            GL11C.glGetInteger(GL43C.GL_MAX_COMPUTE_SHADER_STORAGE_BLOCKS),
            GL11C.glGetInteger(GL43C.GL_MAX_SHADER_STORAGE_BUFFER_BINDINGS)),
        GL11C.glGetInteger(GL43C.GL_MAX_COMPUTE_SHARED_MEMORY_SIZE),
        GL11C.glGetInteger(GL43C.GL_MAX_COMPUTE_WORK_GROUP_INVOCATIONS),
        GL30C.glGetIntegeri(GL43C.GL_MAX_COMPUTE_WORK_GROUP_COUNT, 0));
  }

  /** Some drivers keep 4 GB less a byte in a word with a sign. */
  private static long storageBlockBytes() {
    long bytes = GL32C.glGetInteger64(GL43C.GL_MAX_SHADER_STORAGE_BLOCK_SIZE);
    return bytes < 0 ? Integer.toUnsignedLong((int) bytes) : bytes;
  }

  private static int subgroupSize(SortedSet<String> extensions) {
    if (!extensions.contains("GL_KHR_shader_subgroup")) {
      return 0;
    }
    int features = GL11C.glGetInteger(KHRShaderSubgroup.GL_SUBGROUP_SUPPORTED_FEATURES_KHR);
    int stages = GL11C.glGetInteger(KHRShaderSubgroup.GL_SUBGROUP_SUPPORTED_STAGES_KHR);
    boolean enough =
        (features & NEEDED_FEATURES) == NEEDED_FEATURES
            && (stages & GL43C.GL_COMPUTE_SHADER_BIT) != 0
            && !hasVaryingSubgroups();
    return enough ? GL11C.glGetInteger(KHRShaderSubgroup.GL_SUBGROUP_SIZE_KHR) : 0;
  }

  /**
   * Intel's drivers tell the largest size, and choose for every shader anew in how many lanes of 8,
   * 16 or 32 it runs: no trial with one shader says anything about another.
   */
  private static boolean hasVaryingSubgroups() {
    String name = GL11C.glGetString(GL11C.GL_VENDOR) + GL11C.glGetString(GL11C.GL_RENDERER);
    return name.toLowerCase(Locale.ROOT).contains("intel");
  }

  static OptionalLong freeMemory(SortedSet<String> extensions) {
    if (extensions.contains("GL_NVX_gpu_memory_info")) {
      int kibibytes =
          GL11C.glGetInteger(NVXGPUMemoryInfo.GL_GPU_MEMORY_INFO_CURRENT_AVAILABLE_VIDMEM_NVX);
      return OptionalLong.of(1024L * kibibytes);
    }
    if (extensions.contains("GL_ATI_meminfo")) {
      int[] kibibytes = new int[4];
      GL11C.glGetIntegerv(ATIMeminfo.GL_VBO_FREE_MEMORY_ATI, kibibytes);
      return OptionalLong.of(1024L * kibibytes[0]);
    }
    return OptionalLong.empty();
  }
}

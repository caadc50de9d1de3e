package org.clickgaussian.gl;

/**
 * Subgroups for drivers that have none: what their lanes tell each other goes through shared
 * memory. Kernels in which the whole work group comes to each operation compute with them what they
 * compute on a driver whose subgroups are of that size.
 */
public final class EmulatedSubgroups {
  private static final String LAST_EXTENSION =
      "#extension GL_KHR_shader_subgroup_ballot : enable\n";

  private static final String OPERATIONS =
      """
      shared uint emulated[256];
      uint emulatedLane() { return gl_LocalInvocationIndex % LANESu; }
      void emulatedBarrier() { memoryBarrierShared(); barrier(); }
      uint emulatedExclusiveAdd(uint value) {
        emulatedBarrier();
        emulated[gl_LocalInvocationIndex] = value;
        emulatedBarrier();
        uint sum = 0u;
        uint from = gl_LocalInvocationIndex - emulatedLane();
        for (uint i = from; i < gl_LocalInvocationIndex; i++) { sum += emulated[i]; }
        emulatedBarrier();
        return sum;
      }
      uvec4 emulatedBallot(bool value) {
        emulatedBarrier();
        emulated[gl_LocalInvocationIndex] = value ? 1u : 0u;
        emulatedBarrier();
        uvec4 ballot = uvec4(0u);
        uint from = gl_LocalInvocationIndex - emulatedLane();
        for (uint i = 0u; i < LANESu; i++) { ballot[i / 32u] |= emulated[from + i] << (i % 32u); }
        emulatedBarrier();
        return ballot;
      }
      uvec4 emulatedLtMask() {
        uvec4 mask = uvec4(0u);
        for (uint i = 0u; i < emulatedLane(); i++) { mask[i / 32u] |= 1u << (i % 32u); }
        return mask;
      }
      """;

  private EmulatedSubgroups() {}

  /**
   * Gives a context's kernels subgroups.
   *
   * @param lanes how many invocations a subgroup has, a divisor of 256
   */
  public static void use(GlContext context, int lanes) {
    String operations = OPERATIONS.replace("LANES", Integer.toString(lanes)).replace("\n", " ");
    GlFaults.pretendSubgroups(
        context,
        lanes,
        text ->
            text.replace(LAST_EXTENSION, operations + "\n")
                .replaceAll("#extension GL_KHR_shader_subgroup.*", "")
                .replace("gl_SubgroupInvocationID", "emulatedLane()")
                .replace("gl_SubgroupID", "(gl_LocalInvocationIndex / " + lanes + "u)")
                .replace("gl_SubgroupSize", lanes + "u")
                .replace("gl_NumSubgroups", 256 / lanes + "u")
                .replace("gl_SubgroupLtMask", "emulatedLtMask()")
                .replace("subgroupBarrier", "emulatedBarrier")
                .replace("subgroupBallot", "emulatedBallot")
                .replace("subgroupExclusiveAdd", "emulatedExclusiveAdd"));
  }
}

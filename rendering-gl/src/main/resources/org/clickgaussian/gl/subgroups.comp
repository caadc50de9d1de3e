// Whether subgroups are what kernels take them for: full, of the size that the driver tells, and
// together as large as the work group. Each invocation tells its position plus 1, or 0 if not.
#include <group.glsl>

#buffer writeonly uint positions

layout(local_size_x = 256) in;

void main() {
  uint lane = gl_SubgroupInvocationID;
  bool full = gl_SubgroupSize == uint(SUBGROUP_SIZE)
      && gl_NumSubgroups * gl_SubgroupSize == gl_WorkGroupSize.x
      && subgroupAdd(1u) == gl_SubgroupSize
      && subgroupExclusiveAdd(1u) == lane;
  uvec4 ballot = subgroupBallot((lane & 1u) == 0u);
  uint row = lane < 32u ? ballot.x : ballot.y;
  full = full && (row >> (lane & 31u) & 1u) == 1u - (lane & 1u);
  uint position = gl_SubgroupID * gl_SubgroupSize + lane;
  if (gl_LocalInvocationIndex < gl_WorkGroupSize.x && group() == 0u) {
    positions_set(gl_LocalInvocationIndex, full ? position + 1u : 0u);
  }
}

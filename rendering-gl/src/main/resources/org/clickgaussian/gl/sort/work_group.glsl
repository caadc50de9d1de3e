// What the 256 invocations of a work group do together.
layout(local_size_x = 256) in;

// Subgroups, when the driver has them and nobody forbids them.
#ifdef SUBGROUPS
#ifndef SHARED_MEMORY_ONLY
#define BY_SUBGROUPS 1
#endif
#endif

// Position of this invocation in its work group; with subgroups, in the order of their lanes.
uint position() {
#ifdef BY_SUBGROUPS
  return gl_SubgroupID * gl_SubgroupSize + gl_SubgroupInvocationID;
#else
  return gl_LocalInvocationIndex;
#endif
}

// Waits for the whole work group, which then sees what it wrote to shared memory.
void meet() {
  memoryBarrierShared();
  barrier();
}

shared uint group_values[256];
shared uint group_totals[256];

// The sum of the values of all invocations before this one, and the sum of all. Every invocation
// of the work group calls this.
uint sum_before(uint value, out uint total) {
#ifdef BY_SUBGROUPS
  // Lanes that went apart over the values come together again.
  subgroupBarrier();
  uint before = subgroupExclusiveAdd(value);
  if (gl_SubgroupInvocationID == gl_SubgroupSize - 1u) {
    group_totals[gl_SubgroupID] = before + value;
  }
  meet();
  uint blocks = gl_NumSubgroups;
  uint own = gl_SubgroupID;
#else
  // Sixteen blocks of sixteen: few barriers, and the chains of additions stay short.
  uint at = position();
  uint own = at >> 4;
  uint blocks = 16u;
  group_values[at] = value;
  meet();
  if (at < blocks) {
    uint sum = 0u;
    for (uint i = at * 16u; i < at * 16u + 16u; i++) {
      uint next = group_values[i];
      group_values[i] = sum;
      sum += next;
    }
    group_totals[at] = sum;
  }
  meet();
  uint before = group_values[at];
#endif
  total = 0u;
  for (uint block = 0u; block < blocks; block++) {
    if (block == own) {
      before += total;
    }
    total += group_totals[block];
  }
  meet();
  return before;
}

// Sums of rows of eight floats, 256 rows a work group, always in the same order.
#include <group.glsl>

#define SUMMED 256
#define LANES 32

layout(local_size_x = 256) in;

#buffer readonly float losses
#buffer writeonly float sums

uniform uint count;
// The first row of sums to be written.
uniform uint target;

shared float parts[256];

void main() {
  uint local = gl_LocalInvocationID.x;
  uint first = group() * SUMMED;
  float sum = 0.0;
  for (uint row = first + local / 8u; row < min(count, first + SUMMED); row += LANES) {
    sum += losses_at(row * 8u + local % 8u);
  }
  parts[local] = sum;
  barrier();
  if (local < 8u && first < count) {
    sum = 0.0;
    for (uint lane = 0u; lane < LANES; lane++) {
      sum += parts[lane * 8u + local];
    }
    sums_set((target + group()) * 8u + local, sum);
  }
}

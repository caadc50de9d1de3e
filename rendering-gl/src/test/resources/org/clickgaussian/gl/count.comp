#include <group.glsl>
#buffer uint hits
#buffer float sums
#buffer uint groups
layout(local_size_x = 32) in;
uniform uint count;
uniform uint bins;

void main() {
  uint i = invocation();
  if (gl_LocalInvocationID.x == 0u) {
    groups_max(0u, group());
  }
  if (i < count) {
    hits_add(i % bins, 1u);
    sums_add(i % bins, 0.5);
  }
}

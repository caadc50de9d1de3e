#include <group.glsl>
#buffer readonly uvec4 source
#buffer writeonly uvec4 target
layout(local_size_x = 32) in;
uniform uint count;

void main() {
  uint i = invocation();
  if (i < count) {
    target_set(i, source_at(count - 1u - i).wzyx);
  }
}

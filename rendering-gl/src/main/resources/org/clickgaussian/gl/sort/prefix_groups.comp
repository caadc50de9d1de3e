// How many work groups each level of a prefix sum takes, as arguments of indirect dispatches.
#include "levels.glsl"
#buffer writeonly uint arguments
layout(local_size_x = 1) in;
uniform uint levels;

void main() {
  if (gl_WorkGroupID != uvec3(0u)) {
    return;
  }
  uint words = element_count();
  for (uint level = 0u; level < levels; level++) {
    words = tiles_of(words);
    uint across = min(words, 65535u);
    arguments_set(level * 3u, across);
    arguments_set(level * 3u + 1u, (words + across - 1u) / across);
    arguments_set(level * 3u + 2u, 1u);
  }
}

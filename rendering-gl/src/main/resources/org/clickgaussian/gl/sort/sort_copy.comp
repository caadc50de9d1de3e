// Brings the pairs back after an odd number of passes.
#include <group.glsl>
#include "work_group.glsl"
#include "sort_tiles.glsl"
#buffer readonly uint keys
#buffer readonly uint values
#buffer writeonly uint sortedKeys
#buffer writeonly uint sortedValues

void main() {
  uint words = element_count();
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = group() * TILE + i * 256u + position();
    if (group() < tile_count() && at < words) {
      sortedKeys_set(at, keys_at(at));
      sortedValues_set(at, values_at(at));
    }
  }
}

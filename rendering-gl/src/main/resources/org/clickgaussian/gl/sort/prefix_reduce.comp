// Sums each tile of a level: one word of the next level.
#include <group.glsl>
#include "work_group.glsl"
#include "levels.glsl"
#buffer readonly uint values
#buffer writeonly uint totals
uniform uint level;

void sum_tile(uint tile, uint words) {
  uint sum = 0u;
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = tile * TILE + i * 256u + position();
    sum += at < words ? values_at(at) : 0u;
  }
  uint total;
  sum_before(sum, total);
  if (position() == 0u) {
    totals_set(tile, total);
  }
}

void main() {
  uint words = words_of_level(level);
  if (group() < tiles_of(words)) {
    sum_tile(group(), words);
  }
}

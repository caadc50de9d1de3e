// Counts the digits of each tile's keys. The counts lie by digit, then by tile, so that their
// prefix sums are the places where each tile's keys of a digit begin.
#include <group.glsl>
#include "work_group.glsl"
#include "sort_tiles.glsl"
#buffer readonly uint keys
#buffer writeonly uint histogram

shared uint found[256];

void count_tile(uint tile) {
  uint words = element_count();
  found[position()] = 0u;
  meet();
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = tile * TILE + i * 256u + position();
    if (at < words) {
      atomicAdd(found[digit_of(keys_at(at))], 1u);
    }
  }
  meet();
  if (position() < digits) {
    histogram_set(position() * tile_count() + tile, found[position()]);
  }
}

void main() {
  if (group() < tile_count()) {
    count_tile(group());
  }
}

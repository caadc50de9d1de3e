// Exclusive prefix sums of each tile of a level, from what the next level says is before the tile.
// The word behind the last value gets the sum of all.
#include <group.glsl>
#include "work_group.glsl"
#include "levels.glsl"
#buffer readonly uint values
#buffer readonly uint offsets
#buffer writeonly uint sums
uniform uint level;
uniform uint top;

shared uint words_of_tile[TILE + TILE / 32u];

// A gap after every 32 words keeps neighbouring invocations on different banks.
uint spread(uint at) {
  return at + (at >> 5);
}

void scan_tile(uint tile, uint words) {
  uint first = tile * TILE;
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = i * 256u + position();
    words_of_tile[spread(at)] = first + at < words ? values_at(first + at) : 0u;
  }
  meet();
  uint own = position() * uint(EACH);
  uint sum = 0u;
  for (uint i = 0u; i < uint(EACH); i++) {
    sum += words_of_tile[spread(own + i)];
  }
  uint total;
  uint offset = top != 0u ? 0u : offsets_at(tile);
  uint before = offset + sum_before(sum, total);
  for (uint i = 0u; i < uint(EACH); i++) {
    uint value = words_of_tile[spread(own + i)];
    words_of_tile[spread(own + i)] = before;
    before += value;
  }
  meet();
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = i * 256u + position();
    if (first + at < words) {
      sums_set(first + at, words_of_tile[spread(at)]);
    }
  }
  if (position() == 0u && tile == tiles_of(words) - 1u) {
    sums_set(words, offset + total);
  }
}

void main() {
  uint words = words_of_level(level);
  if (group() < tiles_of(words)) {
    scan_tile(group(), words);
  }
}

// The levels of a prefix sum: level 0 is the values, each further one the sums of the tiles below.
#include "count.glsl"

const uint TILE = 256u * uint(EACH);

uint tiles_of(uint words) {
  return max(1u, (words + TILE - 1u) / TILE);
}

uint words_of_level(uint level) {
  uint words = element_count();
  for (uint i = 0u; i < level; i++) {
    words = tiles_of(words);
  }
  return words;
}

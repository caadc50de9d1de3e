// The tiles of a radix sort and the digit that a pass looks at.
#include "count.glsl"

const uint TILE = 256u * uint(EACH);

uniform uint shift;
uniform uint digits; // a power of two, at most 256

uint tile_count() {
  return (element_count() + TILE - 1u) / TILE;
}

uint digit_of(uint key) {
  return (key >> shift) & (digits - 1u);
}

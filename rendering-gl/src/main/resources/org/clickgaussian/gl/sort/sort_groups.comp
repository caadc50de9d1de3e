// Work groups of a sort as arguments of an indirect dispatch, then how many counts each pass has.
#include "sort_tiles.glsl"
#buffer writeonly uint arguments
layout(local_size_x = 1) in;
uniform uint passBits; // one byte for each pass: bits of its digit

void main() {
  if (gl_WorkGroupID != uvec3(0u)) {
    return;
  }
  uint tiles = tile_count();
  uint across = clamp(tiles, 1u, 65535u);
  arguments_set(0u, across);
  arguments_set(1u, (tiles + across - 1u) / across);
  arguments_set(2u, 1u);
  for (uint i = 0u; i < 4u; i++) {
    arguments_set(3u + i, tiles << ((passBits >> (8u * i)) & 255u));
  }
}

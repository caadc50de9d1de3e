// Finds where each tile's Gaussians start in the sorted list of pairs.
#include <group.glsl>

#buffer readonly uint tileKeys

// One element more than there are tiles.
#buffer writeonly uint starts

uniform uint pairs;
uniform uint tiles;

layout(local_size_x = 256) in;

void main() {
  uint tile = invocation();
  if (tile > tiles) {
    return;
  }
  uint low = 0u;
  uint high = pairs;
  while (low < high) {
    uint middle = low + (high - low) / 2u;
    if (tileKeys_at(middle) < tile) {
      low = middle + 1u;
    } else {
      high = middle;
    }
  }
  starts_set(tile, low);
}

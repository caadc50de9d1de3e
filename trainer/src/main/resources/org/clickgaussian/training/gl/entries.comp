// The entries of the iteration's pixels one after the other, with their Gaussians as sort keys.
#include "layout.glsl"
#include <group.glsl>

#define LANES 8

layout(local_size_x = 256) in;

#buffer readonly uvec2 rows
#buffer readonly uint gaussians
#buffer readonly float weights
#buffer writeonly uint keys
#buffer writeonly uint order
// Per entry its pixel and the bits of its weight.
#buffer writeonly uvec2 entries

uniform uint pixels;
uniform uint streamed;

void main() {
  uint pixel = invocation() / LANES;
  if (pixel >= pixels) {
    return;
  }
  uvec2 row = rows_at(pixel);
  uint first = streamed != 0u ? row.y : row.x;
  uint count = rows_at(pixel + 1u).y - row.y;
  for (uint k = gl_LocalInvocationID.x % LANES; k < count; k += LANES) {
    uint entry = row.y + k;
    keys_set(entry, gaussians_at(first + k));
    order_set(entry, entry);
    entries_set(entry, uvec2(pixel, floatBitsToUint(weights_at(first + k))));
  }
}

// How many tiles the Gaussians reach, front to back.
#include <group.glsl>

// The number of visible Gaussians.
#buffer readonly uint totals
#buffer readonly uint order
#buffer readonly uint counts
#buffer writeonly uint pairStarts

layout(local_size_x = 256) in;

void main() {
  uint j = invocation();
  if (j < totals_at(0u)) {
    pairStarts_set(j, counts_at(order_at(j)));
  }
}

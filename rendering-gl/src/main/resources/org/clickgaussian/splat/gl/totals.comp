// Checks prefix sums for having passed 2^32, where one lies below the one before it, and notes the
// last one.
#include <group.glsl>

// The number of summands; then receives their sum, and 1 if it was too large.
#buffer uint totals
#buffer readonly uint sums

layout(local_size_x = 256) in;

void main() {
  uint j = invocation();
  uint count = totals_at(0u);
  if (j < count) {
    uint next = sums_at(j + 1u);
    if (next < sums_at(j)) {
      totals_set(2u, 1u);
    }
    if (j == count - 1u) {
      totals_set(1u, next);
    }
  }
}

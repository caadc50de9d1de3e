// Lists the visible Gaussians by index, with their depths as keys.
#include <group.glsl>

// How many visible Gaussians come before each, and behind the last how many there are.
#buffer readonly uint slots
#buffer readonly uint depths
#buffer writeonly uint keys
#buffer writeonly uint order

uniform uint count;

layout(local_size_x = 256) in;

void main() {
  uint i = invocation();
  if (i < count) {
    uint slot = slots_at(i);
    if (slots_at(i + 1u) > slot) {
      keys_set(slot, depths_at(i));
      order_set(slot, i);
    }
  }
}

#include <group.glsl>
#include "twice.glsl"
#buffer readonly float source
#buffer float target
layout(local_size_x = 64) in;
uniform uint count;
uniform float offset;
uniform vec3 three;
uniform mat3 matrix;
uniform int unused;

void main() {
  uint i = invocation();
  if (i < count) {
    vec3 product = matrix * three;
    target_set(i, target_at(i) + twice(source_at(i)) + offset + product.y);
  }
}

// Blends columns of a table whose rows are a whole number of vec4s long, as is the number of columns
// before `firstChannel`.
#include "channels.glsl"

#buffer readonly vec4 table
#buffer writeonly vec4 image

vec4 quadOf(uint gaussian, uint quad) {
  return 4u * quad < blended
      ? table_at(gaussian * (channels / 4u) + firstChannel / 4u + quad)
      : vec4(0.0);
}

void storeQuad(uint pixel, uint quad, vec4 sum) {
  if (4u * quad < blended) {
    image_set(pixel * (channels / 4u) + firstChannel / 4u + quad, sum);
  }
}

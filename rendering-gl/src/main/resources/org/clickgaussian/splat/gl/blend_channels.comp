// Blends columns of a table with rows of any length.
#include "channels.glsl"

#buffer readonly float table
#buffer writeonly float image

vec4 quadOf(uint gaussian, uint quad) {
  uint start = gaussian * channels + firstChannel + 4u * quad;
  uint left = blended - min(blended, 4u * quad);
  return vec4(
      left > 0u ? table_at(start) : 0.0,
      left > 1u ? table_at(start + 1u) : 0.0,
      left > 2u ? table_at(start + 2u) : 0.0,
      left > 3u ? table_at(start + 3u) : 0.0);
}

void storeQuad(uint pixel, uint quad, vec4 sum) {
  uint start = pixel * channels + firstChannel + 4u * quad;
  uint left = blended - min(blended, 4u * quad);
  for (uint k = 0u; k < 4u; k++) {
    if (k < left) {
      image_set(start + k, sum[k]);
    }
  }
}

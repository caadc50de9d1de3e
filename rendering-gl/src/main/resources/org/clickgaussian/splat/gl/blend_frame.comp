// Blends colour, alpha and depth.
#define BATCH 256
#include "tile.glsl"

// Red, green, blue and z in camera coordinates.
#buffer readonly vec4 colours
#buffer writeonly float rgb
#buffer writeonly float alpha
#buffer writeonly float depth

uniform vec3 background;

shared vec4 values[BATCH];

vec4 sum = vec4(0.0);
float opaque = 0.0;

bool begin(uint tile, uint first, inout uint end) {
  return true;
}

void load(uint from, uint n) {
  uint slot = gl_LocalInvocationIndex;
  if (slot < n) {
    values[slot] = colours_at(list_at(from + slot));
  }
}

void add(uint slot, uint at, float weight) {
  sum = fma(vec4(weight), values[slot], sum);
  opaque += weight;
}

void finish(uint pixel) {
  vec3 colour = fma(vec3(through), background, sum.rgb);
  rgb_set(3u * pixel, colour.r);
  rgb_set(3u * pixel + 1u, colour.g);
  rgb_set(3u * pixel + 2u, colour.b);
  alpha_set(pixel, opaque);
  depth_set(pixel, sum.a);
}

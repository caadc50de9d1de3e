// Sums the blend weights of each pixel.
#define BATCH 256
#include "tile.glsl"

#buffer writeonly float alpha

float opaque = 0.0;

bool begin(uint tile, uint first, inout uint end) {
  return true;
}

void load(uint from, uint n) {}

void add(uint slot, uint at, float weight) {
  opaque += weight;
}

void finish(uint pixel) {
  alpha_set(pixel, opaque);
}

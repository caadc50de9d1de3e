// Blends up to 4 QUADS columns of a table whose rows belong to the Gaussians. The kernel that includes
// this declares the buffers `table` and `image` and says how four columns are read and written.
#pragma optionNV(unroll all)

// Small enough for 32 KiB of shared memory.
#if QUADS <= 4
#define BATCH 256
#elif QUADS <= 8
#define BATCH 128
#else
#define BATCH 64
#endif
#include "tile.glsl"

// Floats in a row of the table, the first one to be blended, and how many are.
uniform uint channels;
uniform uint firstChannel;
uniform uint blended;

shared vec4 values[BATCH * QUADS];

vec4 sums[QUADS];

// Columns 4 quad to 4 quad + 3 of those that are blended, of a Gaussian's row; 0 behind the last.
vec4 quadOf(uint gaussian, uint quad);

// Stores the same columns of a pixel, but none behind the last.
void storeQuad(uint pixel, uint quad, vec4 sum);

bool begin(uint tile, uint first, inout uint end) {
  for (int quad = 0; quad < QUADS; quad++) {
    sums[quad] = vec4(0.0);
  }
  return true;
}

void load(uint from, uint n) {
  for (uint k = gl_LocalInvocationIndex; k < n * uint(QUADS); k += 256u) {
    values[k] = quadOf(list_at(from + k / uint(QUADS)), k % uint(QUADS));
  }
}

void add(uint slot, uint at, float weight) {
  for (int quad = 0; quad < QUADS; quad++) {
    sums[quad] = fma(vec4(weight), values[slot * uint(QUADS) + uint(quad)], sums[quad]);
  }
}

void finish(uint pixel) {
  for (int quad = 0; quad < QUADS; quad++) {
    storeQuad(pixel, uint(quad), sums[quad]);
  }
}
